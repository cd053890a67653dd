import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openAwsPorts } from '../../../infra/doctor/aws-ports.ts'
import { findingOf } from '../../../infra/doctor/unanswered.ts'
import { type Answers, refusal, type StandIn, startAws } from './aws-stand-in.ts'
import { account, alarmTopicArn, destination, domain, identity, now, topicArn } from './healthy-world.ts'

const set = '/v2/email/configuration-sets/talkback'
const healthy: Answers = {
  'GET /v2/email/account': {
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    EnforcementStatus: 'HEALTHY',
    SendQuota: { MaxSendRate: 14, Max24HourSend: 50_000, SentLast24Hours: 120 },
    PricingAttributes: { CurrentPlan: 'NONE' },
  },
  [`GET /v2/email/identities/${domain}`]: {
    VerifiedForSendingStatus: true,
    DkimAttributes: { Status: 'SUCCESS', SigningEnabled: true, Tokens: ['one', 'two', 'three'] },
    MailFromAttributes: {
      MailFromDomain: `bounces.${domain}`,
      MailFromDomainStatus: 'SUCCESS',
      BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
    },
  },
  [`GET ${set}`]: { SendingOptions: { SendingEnabled: false } },
  [`GET ${set}/event-destinations`]: {
    EventDestinations: [
      { Name: 'x', Enabled: true, MatchingEventTypes: destination.events, SnsDestination: { TopicArn: topicArn } },
    ],
  },
  ListSubscriptionsByTopic: `<ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
    <ListSubscriptionsByTopicResult><Subscriptions><member><TopicArn>${alarmTopicArn}</TopicArn><Protocol>email</Protocol>
    <SubscriptionArn>PendingConfirmation</SubscriptionArn><Endpoint>operator@example.org</Endpoint></member></Subscriptions>
    </ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`,
  GetQueueAttributes: { Attributes: { ApproximateNumberOfMessages: '2', ApproximateNumberOfMessagesNotVisible: '1' } },
  GetSecretValue: { SecretString: 'keys' },
  Query: {
    Items: [
      {
        pk: { S: 'LEARNER#lrn_lou' },
        sk: { S: 'ENROLMENT#small' },
        dueShard: { S: 'DUE#01' },
        dueAt: { S: new Date(now).toISOString() },
      },
    ],
  },
  GetItem: {},
}

let aws: StandIn | undefined
beforeEach(() => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'local')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await aws?.close()
})

async function open(answers: Answers) {
  aws = await startAws(answers)
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  return { ...openAwsPorts('eu-west-1'), aws }
}

/** Every question that the doctor asks, by the permission it needs. */
const questions = (ports: Awaited<ReturnType<typeof open>>): Readonly<Record<string, () => Promise<unknown>>> => ({
  'ses:GetAccount': () => ports.ses.account(),
  'ses:GetEmailIdentity': () => ports.ses.identity(domain),
  'ses:GetConfigurationSet': () => ports.ses.mayConfigurationSetSend('talkback'),
  'ses:GetConfigurationSetEventDestinations': () => ports.ses.eventDestinations('talkback'),
  'sns:ListSubscriptionsByTopic': () => ports.sns.subscriptions(alarmTopicArn),
  'sqs:GetQueueAttributes': () => ports.sqs.messages(`${ports.aws.url}/1/q`),
  'secretsmanager:GetSecretValue': () => ports.secrets.read('arn'),
  'dynamodb:Query': () => ports.table.oldestDue('Talkback', now),
  'dynamodb:GetItem': () => ports.table.isSendingStopped('Talkback'),
})

describe('the account, through the SDK', () => {
  it('is told as the checks want to hear it', async () => {
    const asked = questions(await open(healthy))
    const answers = Object.fromEntries(
      await Promise.all(Object.entries(asked).map(async ([name, ask]) => [name, await ask()])),
    )

    expect(answers).toEqual({
      'ses:GetAccount': account,
      'ses:GetEmailIdentity': identity,
      'ses:GetConfigurationSet': false,
      'ses:GetConfigurationSetEventDestinations': [destination],
      'sns:ListSubscriptionsByTopic': [{ protocol: 'email', endpoint: 'operator@example.org', isConfirmed: false }],
      'sqs:GetQueueAttributes': 3,
      'secretsmanager:GetSecretValue': 'keys',
      'dynamodb:Query': now,
      'dynamodb:GetItem': false,
    })
  })

  it('is asked for the account and an identity once, however many checks want to know', async () => {
    const { ses, aws } = await open(healthy)
    await Promise.all([ses.account(), ses.account(), ses.identity(domain), ses.identity(domain)])

    expect(aws.actions).toHaveLength(2)
  })

  it('names the permission that is missing, for every question', async () => {
    const asked = questions(await open({}))

    for (const [permission, ask] of Object.entries(asked)) {
      const finding = await ask().then(() => undefined, findingOf)
      expect(finding, permission).toMatchObject({ verdict: 'not known', remedy: expect.stringContaining(permission) })
    }
  })

  it('may hold no such identity and no such configuration set', async () => {
    const missing = { fault: 'NotFoundException' }
    const { ses } = await open({
      [`GET /v2/email/identities/${domain}`]: missing,
      [`GET ${set}`]: missing,
      [`GET ${set}/event-destinations`]: missing,
    })

    expect(await ses.identity(domain)).toBeUndefined()
    expect(await ses.mayConfigurationSetSend('talkback')).toBeUndefined()
    expect(await ses.eventDestinations('talkback')).toEqual([])
  })

  it('may tell little: what SES does not say is not made up', async () => {
    const { ses } = await open({ 'GET /v2/email/account': {}, [`GET /v2/email/identities/${domain}`]: {} })

    expect(await ses.account()).toMatchObject({ isSandbox: true, isPaused: false, plan: undefined, mailsADay: 0 })
    expect(await ses.identity(domain)).toMatchObject({
      isVerified: false,
      dkim: { status: 'NOT_STARTED', isOn: false },
    })
  })

  it('that is asked too often is no account that refuses', async () => {
    const { ses } = await open({ 'GET /v2/email/account': { ...refusal, fault: 'TooManyRequestsException' } })

    expect(await ses.account().then(() => undefined, findingOf)).toMatchObject({
      says: expect.stringContaining('too often'),
    })
  })
})
