/** What the doctor asks of the world. It changes nothing anywhere. */
import type { Instant } from '../../functions/domain/instant.ts'
import type { Account, DeployedStack } from '../commands/ports.ts'

export interface SendingAccount {
  readonly isSandbox: boolean
  readonly isPaused: boolean
  /** As SES names it: HEALTHY, PROBATION, SHUTDOWN. */
  readonly enforcement: string | undefined
  readonly mailsPerSecond: number
  /** -1: no limit. */
  readonly mailsADay: number
  readonly sentInDay: number
  /** As SES names it: NONE is à la carte. Undefined where SES does not tell. */
  readonly plan: string | undefined
}

export interface SenderIdentity {
  readonly isVerified: boolean
  readonly dkim: {
    /** As SES names it: SUCCESS, PENDING, FAILED, TEMPORARY_FAILURE, NOT_STARTED. */
    readonly status: string
    readonly isOn: boolean
    readonly tokens: readonly string[]
    readonly zone: string
  }
  readonly mailFrom?: { readonly domain: string; readonly status: string; readonly rejectsOnFailure: boolean }
}

interface EventDestination {
  readonly topicArn: string | undefined
  readonly events: readonly string[]
  readonly isOn: boolean
}

export interface Ses {
  account(): Promise<SendingAccount>
  identity(name: string): Promise<SenderIdentity | undefined>
  /** Answers: may the configuration set send? Undefined when there is none. */
  mayConfigurationSetSend(name: string): Promise<boolean | undefined>
  eventDestinations(configurationSet: string): Promise<readonly EventDestination[]>
}

export interface Subscription {
  readonly protocol: string
  readonly endpoint: string
  readonly isConfirmed: boolean
}

export interface Sns {
  subscriptions(topicArn: string): Promise<readonly Subscription[]>
}

export interface Sqs {
  /** Answers: how many messages lie in this queue? */
  messages(queueUrl: string): Promise<number>
}

export interface Table {
  /** Answers: since when has the oldest due thing waited? Undefined when nothing is due. */
  oldestDue(tableName: string, now: Instant): Promise<Instant | undefined>
  isSendingStopped(tableName: string): Promise<boolean>
}

export interface Secrets {
  read(arn: string): Promise<string>
}

/** Names that are not there have no records. */
export interface Dns {
  txt(name: string): Promise<readonly string[]>
  mx(name: string): Promise<readonly string[]>
  cname(name: string): Promise<readonly string[]>
}

/** Throws when nobody answers. */
export interface Web {
  get(url: string): Promise<number>
  /** Follows no redirect: mail programs do not either. */
  postForm(url: string, body: string): Promise<number>
}

export interface DoctorPorts {
  readonly account: Pick<Account, 'accountId'>
  readonly stack: () => Promise<DeployedStack | undefined>
  readonly ses: Ses
  readonly sns: Sns
  readonly sqs: Sqs
  readonly table: Table
  readonly secrets: Secrets
  readonly dns: Dns
  readonly web: Web
  readonly clock: () => Instant
}
