/** The account, through the SDK. Beside `functions/aws/` the only file that imports it. */
import { CloudFormationClient, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation'
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { stackName } from '../stack-version.ts'
import type { Account, DeployedStack } from './ports.ts'
import { CommandProblem } from './problem.ts'

const bootstrapStackName = 'CDKToolkit'

/** By the names of what the SDK throws when there is nothing to sign with, or nothing valid. */
const credentialFaults =
  /^(CredentialsProviderError|TokenProviderError|ExpiredToken|ExpiredTokenException|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidSignatureException)$/

export function openAccount(region: string): Account {
  const sts = new STSClient({ region })
  const cloudFormation = new CloudFormationClient({ region })
  const ses = new SESv2Client({ region })
  const secrets = new SecretsManagerClient({ region })

  const describe = (name: string) =>
    asked('cloudformation:DescribeStacks', async () => {
      try {
        const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: name }))
        return Stacks?.[0] && asDeployed(Stacks[0])
      } catch (error) {
        if (error instanceof Error && /does not exist/.test(error.message)) return undefined
        throw error
      }
    })

  return {
    async accountId() {
      try {
        return (await sts.send(new GetCallerIdentityCommand())).Account
      } catch (error) {
        if (error instanceof Error && credentialFaults.test(error.name)) return undefined
        throw unreachable('sts:GetCallerIdentity', error)
      }
    },

    isBootstrapped: async () => (await describe(bootstrapStackName)) !== undefined,
    stack: () => describe(stackName),

    sending: () =>
      asked('ses:GetAccount', async () => {
        const account = await ses.send(new GetAccountCommand())
        return {
          isSandbox: account.ProductionAccessEnabled !== true,
          isPaused: account.SendingEnabled === false,
          mailsPerSecond: account.SendQuota?.MaxSendRate ?? 1,
          mailsADay: account.SendQuota?.Max24HourSend ?? 200,
          plan: account.PricingAttributes?.CurrentPlan,
        }
      }),

    identity: (name) =>
      asked('ses:GetEmailIdentity', async () => {
        try {
          const answer = await ses.send(new GetEmailIdentityCommand({ EmailIdentity: name }))
          return answer.VerifiedForSendingStatus ? 'verified' : 'unverified'
        } catch (error) {
          if (error instanceof Error && error.name === 'NotFoundException') return 'missing'
          throw error
        }
      }),

    readSecret: (arn) =>
      asked('secretsmanager:GetSecretValue', async () => {
        const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: arn }))
        return SecretString ?? ''
      }),

    writeSecret: (arn, text) =>
      asked('secretsmanager:PutSecretValue', async () => {
        await secrets.send(new PutSecretValueCommand({ SecretId: arn, SecretString: text }))
      }),
  }
}

function asDeployed({ StackStatus, Outputs = [] }: Stack): DeployedStack {
  const outputs = Object.fromEntries(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]))
  const version = outputs['StackVersion']
  return { status: StackStatus ?? 'UNKNOWN', version: version === undefined ? undefined : Number(version), outputs }
}

async function asked<T>(action: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw unreachable(action, error)
  }
}

function unreachable(action: string, error: unknown): CommandProblem {
  const { name, message } = error instanceof Error ? error : { name: 'Unknown', message: String(error) }
  const remedy = /AccessDenied|NotAuthorized|AuthorizationError/.test(name)
    ? 'Your credentials may not do this: use ones that may, or have it allowed.'
    : 'Look at the network and the Region, then try again.'
  return new CommandProblem(`AWS did not answer ${action} (${name}: ${message}). ${remedy}`)
}
