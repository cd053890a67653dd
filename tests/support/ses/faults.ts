/** What SES can do to one `SendRawEmail`, by name. */
import type { SesFault } from '../../../infra/local/ses-protocol.ts'

const faultNames = [
  'rate',
  'daily-quota',
  'rejected',
  'not-verified',
  'paused-account',
  'paused-set',
  'unheard-of',
  '500-before',
  '500-after',
  'reset-before',
  'reset-after',
  'stall-before',
  'stall-after',
] as const
export type FaultName = (typeof faultNames)[number]

/** Did SES take the mail although it said no, or nothing? */
export const acceptsAnyway: ReadonlySet<FaultName> = new Set(['500-after', 'reset-after', 'stall-after'])

/** Names and texts as the classic API answers them (docs.aws.amazon.com/ses/latest/dg, "manage sending quotas errors"). */
export const answers: Readonly<Partial<Record<FaultName, SesFault>>> = {
  rate: { name: 'Throttling', message: 'Maximum sending rate exceeded.', status: 400 },
  'daily-quota': { name: 'Throttling', message: 'Daily message quota exceeded.', status: 400 },
  rejected: { name: 'MessageRejected', message: 'Message rejected for its content.', status: 400 },
  'not-verified': {
    name: 'MessageRejected',
    message: 'Email address is not verified. The following identities failed the check: course@example.org',
    status: 400,
  },
  'paused-account': {
    name: 'AccountSendingPausedException',
    message: 'Sending is paused for this account.',
    status: 400,
  },
  'paused-set': {
    name: 'ConfigurationSetSendingPausedException',
    message: 'Sending is paused for this configuration set.',
    status: 400,
  },
  'unheard-of': { name: 'SomethingNobodyHasSeen', message: 'An error of a later year.', status: 400 },
  '500-before': { name: 'InternalFailure', message: 'We are sorry.', status: 500 },
  '500-after': { name: 'InternalFailure', message: 'We are sorry.', status: 500 },
}
