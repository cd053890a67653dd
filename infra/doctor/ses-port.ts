/** SES as the doctor sees it. The classic API knows neither plan nor sandbox, so this is version 2. */
import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  type GetEmailIdentityCommandOutput,
  type SESv2Client,
} from '@aws-sdk/client-sesv2'
import { once } from './once.ts'
import type { SenderIdentity, Ses } from './ports.ts'
import { asked } from './unanswered.ts'

/** Where SES keeps public keys unless it says otherwise. */
const usualDkimZone = 'dkim.amazonses.com'

export function openSes(client: SESv2Client): Ses {
  const identities = new Map<string, () => Promise<SenderIdentity | undefined>>()
  const identity = (name: string) =>
    once(() =>
      asked('ses:GetEmailIdentity', () =>
        ifThere(async () => asIdentity(await client.send(new GetEmailIdentityCommand({ EmailIdentity: name })))),
      ),
    )
  return {
    account: once(() =>
      asked('ses:GetAccount', async () => {
        const account = await client.send(new GetAccountCommand())
        return {
          isSandbox: account.ProductionAccessEnabled !== true,
          isPaused: account.SendingEnabled === false,
          enforcement: account.EnforcementStatus,
          mailsPerSecond: account.SendQuota?.MaxSendRate ?? 0,
          mailsADay: account.SendQuota?.Max24HourSend ?? 0,
          sentInDay: account.SendQuota?.SentLast24Hours ?? 0,
          plan: account.PricingAttributes?.CurrentPlan,
        }
      }),
    ),

    identity(name) {
      const ask = identities.get(name) ?? identity(name)
      identities.set(name, ask)
      return ask()
    },

    mayConfigurationSetSend: (name) =>
      asked('ses:GetConfigurationSet', () =>
        ifThere(async () => {
          const set = await client.send(new GetConfigurationSetCommand({ ConfigurationSetName: name }))
          return set.SendingOptions?.SendingEnabled !== false
        }),
      ),

    eventDestinations: (name) =>
      asked('ses:GetConfigurationSetEventDestinations', async () => {
        const command = new GetConfigurationSetEventDestinationsCommand({ ConfigurationSetName: name })
        const destinations = await ifThere(async () => (await client.send(command)).EventDestinations)
        return (destinations ?? []).map(({ SnsDestination, MatchingEventTypes, Enabled }) => ({
          topicArn: SnsDestination?.TopicArn,
          events: MatchingEventTypes ?? [],
          isOn: Enabled === true,
        }))
      }),
  }
}

function asIdentity({ VerifiedForSendingStatus, DkimAttributes, MailFromAttributes }: GetEmailIdentityCommandOutput) {
  const { MailFromDomain, MailFromDomainStatus = 'PENDING', BehaviorOnMxFailure } = MailFromAttributes ?? {}
  return {
    isVerified: VerifiedForSendingStatus === true,
    dkim: {
      status: DkimAttributes?.Status ?? 'NOT_STARTED',
      isOn: DkimAttributes?.SigningEnabled === true,
      tokens: DkimAttributes?.Tokens ?? [],
      zone: DkimAttributes?.SigningHostedZone ?? usualDkimZone,
    },
    ...(MailFromDomain && {
      mailFrom: {
        domain: MailFromDomain,
        status: MailFromDomainStatus,
        rejectsOnFailure: BehaviorOnMxFailure === 'REJECT_MESSAGE',
      },
    }),
  }
}

async function ifThere<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundException') return undefined
    throw error
  }
}
