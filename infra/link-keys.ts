import { RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Secret, type SecretStringGenerator } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

/**
 * Frozen: CloudFormation makes a new secret when one word of these blocks changes. New link keys would break every link in
 * every mail ever sent; a new address key would forget who asked for no more mail. A test holds them as they are.
 */
const firstLinkKey: SecretStringGenerator = {
  secretStringTemplate: '{}',
  generateStringKey: 'k1',
  passwordLength: 64,
  excludePunctuation: true,
}
const onlyAddressKey: SecretStringGenerator = { passwordLength: 64, excludePunctuation: true }

/** What signs the links in mails, and what hashes addresses. Two secrets: who reads events signs nothing. */
export class LinkKeys extends Construct {
  readonly linkKeys: Secret
  readonly addressKey: Secret

  constructor(scope: Construct, id: string) {
    super(scope, id)
    // But for a first deployment that fails: its keys have signed nothing.
    const keep = { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE }
    this.linkKeys = new Secret(this, 'LinkKeys', {
      description: 'Talkback: keys that sign the links in mails. Rotate with "npm run rotate-keys"; never delete one.',
      generateSecretString: firstLinkKey,
      ...keep,
    })
    this.addressKey = new Secret(this, 'AddressKey', {
      description: 'Talkback: the permanent key that hashes addresses. Never change it.',
      generateSecretString: onlyAddressKey,
      ...keep,
    })
    acknowledge(
      this.linkKeys,
      'AwsSolutions-SMG4',
      'Rotated by the operator: a rotation by the calendar would only make more keys that must be kept for ever, because links in old mails have to go on working.',
    )
    acknowledge(
      this.addressKey,
      'AwsSolutions-SMG4',
      'Permanent by design: under another key nobody would be recognised who bounced, complained or was erased, and they would get mail again.',
    )
  }

  /** Answers: permission to read these secrets. */
  reading(...secrets: readonly Secret[]): PolicyStatement {
    return new PolicyStatement({
      actions: ['secretsmanager:GetSecretValue'],
      resources: secrets.map((secret) => secret.secretArn),
    })
  }
}
