import { Aws, CfnOutput, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  MailFromBehaviorOnMxFailure,
} from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import { dnsRecordsOf } from './dns-records.ts'
import type { Settings } from './settings.ts'

export const configurationSetName = 'talkback'

export type MailIdentityProps = Pick<Settings, 'identity' | 'senderAddress' | 'operatorAddress'>

/** Who the mail comes from, and by which rules SES sends it. */
export class MailIdentity extends Construct {
  readonly configurationSet: ConfigurationSet
  private readonly senderAddress: string

  constructor(scope: Construct, id: string, { identity, senderAddress, operatorAddress }: MailIdentityProps) {
    super(scope, id)
    this.senderAddress = senderAddress
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      sendingEnabled: true,
      // Paid for by the mail, and it drops sends without a word.
      disableAutoValidation: true,
    })
    switch (identity.kind) {
      case 'existing':
        return
      case 'sandbox-address':
        keep(new EmailIdentity(this, 'Address', { identity: Identity.email(senderAddress) }))
        return
      case 'domain': {
        const mailFromDomain = `${identity.mailFromSubdomain}.${identity.domain}`
        const made = new EmailIdentity(this, 'Domain', {
          identity: Identity.domain(identity.domain),
          mailFromDomain,
          // While its records are missing SES uses its own domain; rejecting would stop every lesson.
          mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
        })
        keep(made)
        this.publish(identity, dnsRecordsOf(made, { ...identity, mailFromDomain, operatorAddress }))
        return
      }
      default:
        identity satisfies never
    }
  }

  /**
   * Answers: permission to send as this sender and nobody else. SES holds a send
   * against the sender's identity, the configuration set and (by reports) the recipient's identity where it is one of the
   * account's: hence all identities, tied to the one address it may come from.
   */
  sending(): PolicyStatement {
    const arn = (resource: string) => `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`
    return new PolicyStatement({
      actions: ['ses:SendRawEmail'],
      resources: [arn('identity/*'), arn(`configuration-set/${configurationSetName}`)],
      conditions: { StringEquals: { 'ses:FromAddress': this.senderAddress } },
    })
  }

  /** Answers: permission to ask what the account may still send. Only ticks ask. */
  askingQuota(): PolicyStatement {
    return new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] })
  }

  private publish(
    { hostedZone, dmarc }: Extract<Settings['identity'], { kind: 'domain' }>,
    records: ReturnType<typeof dnsRecordsOf>,
  ): void {
    for (const { id, name, type, value } of records) {
      if (id === 'Dmarc' && dmarc === 'exists') continue
      if (hostedZone === undefined) {
        new CfnOutput(this, `Dns${id}`, { value: `${type} ${name} ${value}` }).overrideLogicalId(`Dns${id}`)
      } else {
        const resourceRecords = [type === 'TXT' ? `"${value}"` : value]
        keep(new CfnRecordSet(this, id, { hostedZoneId: hostedZone.id, name, type, ttl: '3600', resourceRecords }))
      }
    }
  }
}

/**
 * Who names the identity as an existing one later must not lose it by that, nor the records that verify it. A first
 * deployment that fails takes them back: they would stand in the way of the second.
 */
function keep(made: { applyRemovalPolicy(policy: RemovalPolicy): void }): void {
  made.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
}
