/** A deployment with nothing wrong, as the doctor's ports show it. A test changes what it is about. */
import { minuteMs } from '../../../functions/domain/instant.ts'
import { allChecks } from '../../../infra/doctor/all-checks.ts'
import type { Finding } from '../../../infra/doctor/check.ts'
import type { DoctorPorts, SenderIdentity, SendingAccount, Subscription } from '../../../infra/doctor/ports.ts'
import { runDoctor } from '../../../infra/doctor/run-doctor.ts'
import { configurationSetName } from '../../../infra/mail-identity.ts'
import { checkSettings, exampleSettingsFile, readSettingsFile, type Settings } from '../../../infra/settings.ts'
import { stackVersion } from '../../../infra/stack-version.ts'

export const now = Date.parse('2027-03-01T08:00:00.000Z')
export const domain = 'learn.example.org'
export const topicArn = 'arn:aws:sns:eu-west-1:123456789012:events'
export const alarmTopicArn = 'arn:aws:sns:eu-west-1:123456789012:alarms'
const queue = 'https://sqs.eu-west-1.amazonaws.com/123456789012/talkback-feedback'

export const outputs: Readonly<Record<string, string>> = {
  StackVersion: String(stackVersion),
  SiteUrl: 'https://abc.execute-api.eu-west-1.amazonaws.com',
  TableName: 'Talkback-Learners',
  LinkKeysSecret: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:links',
  FeedbackQueue: queue,
  FeedbackDeadLetters: `${queue}-dead-letters`,
  AlarmTopic: alarmTopicArn,
}

export const account: SendingAccount = {
  isSandbox: false,
  isPaused: false,
  enforcement: 'HEALTHY',
  mailsPerSecond: 14,
  mailsADay: 50_000,
  sentInDay: 120,
  plan: 'NONE',
}

export const identity: SenderIdentity = {
  isVerified: true,
  dkim: { status: 'SUCCESS', isOn: true, tokens: ['one', 'two', 'three'], zone: 'dkim.amazonses.com' },
  mailFrom: { domain: `bounces.${domain}`, status: 'SUCCESS', rejectsOnFailure: false },
}

export const records: Readonly<Record<string, readonly string[]>> = {
  [`TXT bounces.${domain}`]: ['v=spf1 include:amazonses.com ~all'],
  [`TXT _dmarc.${domain}`]: ['v=DMARC1; p=none; rua=mailto:operator@example.org'],
  [`MX bounces.${domain}`]: ['feedback-smtp.eu-west-1.amazonses.com'],
  ...Object.fromEntries(
    identity.dkim.tokens.map((token) => [`CNAME ${token}._domainkey.${domain}`, [`${token}.dkim.amazonses.com`]]),
  ),
}

export const subscriptions: Readonly<Record<string, readonly Subscription[]>> = {
  [topicArn]: [
    { protocol: 'sqs', endpoint: 'arn:aws:sqs:eu-west-1:123456789012:talkback-feedback', isConfirmed: true },
  ],
  [alarmTopicArn]: [{ protocol: 'email', endpoint: 'operator@example.org', isConfirmed: true }],
}

export const destination = {
  topicArn,
  events: ['SEND', 'BOUNCE', 'COMPLAINT', 'REJECT', 'DELIVERY_DELAY'],
  isOn: true,
}

/** Each port's own members, changed. */
export type Changes = { readonly [Port in keyof DoctorPorts]?: Partial<DoctorPorts[Port]> }

export function portsFactory(changes: Changes = {}): DoctorPorts {
  const healthy: DoctorPorts = {
    account: { accountId: async () => '123456789012' },
    stack: async () => ({ status: 'UPDATE_COMPLETE', version: stackVersion, outputs }),
    ses: {
      account: async () => account,
      identity: async () => identity,
      mayConfigurationSetSend: async () => true,
      eventDestinations: async () => [destination],
    },
    sns: { subscriptions: async (arn) => subscriptions[arn] ?? [] },
    sqs: { messages: async () => 0 },
    table: { oldestDue: async () => now - minuteMs, isSendingStopped: async () => false },
    secrets: { read: async () => JSON.stringify({ k1: 'A'.repeat(64) }) },
    dns: dnsOf(records),
    web: { get: async () => 200, postForm: async () => 200 },
    clock: () => now,
  }
  const changed = Object.entries(changes).map(([name, change]) => {
    const port = healthy[name as keyof DoctorPorts]
    return [name, typeof change === 'function' ? change : { ...port, ...change }]
  })
  return { ...healthy, ...Object.fromEntries(changed) }
}

export function dnsOf(found: Readonly<Record<string, readonly string[]>>): DoctorPorts['dns'] {
  const look = (type: string) => async (name: string) => found[`${type} ${name}`] ?? []
  return { txt: look('TXT'), mx: look('MX'), cname: look('CNAME') }
}

export function settingsFactory(changes: Readonly<Record<string, unknown>> = {}): Settings {
  const checked = checkSettings({ ...readSettingsFile(exampleSettingsFile), ...changes })
  if (checked.ok) return checked.settings
  throw new Error(checked.findings.map(({ field, says }) => `${field}: ${says}`).join('\n'))
}

/** Never over while a test runs. */
const patience = { seconds: 20, wait: () => new Promise<never>(() => {}) }

/** What the doctor finds, in its order. */
export function examined(ports: DoctorPorts = portsFactory(), settings: Settings = settingsFactory()) {
  const { first, others } = allChecks({ settings, ports, configurationSet: configurationSetName, path: 'small' })
  return runDoctor(first, others, patience)
}

/** The same, by the check's name. */
export async function examine(ports?: DoctorPorts, settings?: Settings): Promise<Readonly<Record<string, Finding>>> {
  return Object.fromEntries((await examined(ports, settings)).map(({ name, finding }) => [name, finding]))
}
