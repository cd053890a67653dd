/** A mailer that keeps what it is given and answers what a test tells it to. */
import type { OpenMailer, OutgoingMail, Quota, SendOutcome } from '../../functions/journey/ports.ts'

export interface FakeMailer {
  /** A mailer of its own for each work, as the real one. */
  readonly open: () => OpenMailer
  /** Everything that was handed over, accepted or not. */
  readonly sent: readonly OutgoingMail[]
  /** Sends that have begun and not ended. */
  readonly underWay: number
  /** Mailers opened and not closed again. */
  readonly openNow: number
  /** What comes of the next sends, in order; after that, of every send, "accepted". */
  answerNext(...outcomes: readonly SendOutcome[]): void
  /** What comes of every send from now on; it may change the world on its way. */
  answerAlways(answer: (mail: OutgoingMail) => SendOutcome | Promise<SendOutcome>): void
  answerQuota(quota: Quota | undefined): void
}

export const accepted: SendOutcome = { kind: 'accepted', messageId: 'message-1' }
export const noAnswer: SendOutcome = { kind: 'unknown', detail: 'TimeoutError: no answer' }
export const paused: SendOutcome = { kind: 'not-sent', trouble: 'paused', detail: 'AccountSendingPausedException: ' }
export const refused: SendOutcome = { kind: 'refused', detail: 'MessageRejected: content' }
export const strange: SendOutcome = { kind: 'unknown-fault', name: 'Strange', detail: 'Strange: never seen' }

/** More than any test sends, so that pace and room play no part unless a test wants them to. */
const plenty: Quota = { ratePerSecond: 1_000, leftToday: 100_000 }

export function createFakeMailer(): FakeMailer {
  const sent: OutgoingMail[] = []
  const queue: SendOutcome[] = []
  let always: (mail: OutgoingMail) => SendOutcome | Promise<SendOutcome> = () => accepted
  let quota: Quota | undefined = plenty
  let underWay = 0
  let openNow = 0
  const send = async (mail: OutgoingMail) => {
    sent.push(mail)
    underWay++
    try {
      return queue.shift() ?? (await always(mail))
    } finally {
      underWay--
    }
  }
  return {
    sent,
    get underWay() {
      return underWay
    },
    get openNow() {
      return openNow
    },
    open() {
      openNow++
      return { send, quota: async () => quota, close: () => openNow-- }
    },
    answerNext: (...outcomes) => queue.push(...outcomes),
    answerAlways(answer) {
      always = answer
    },
    answerQuota(next) {
      quota = next
    },
  }
}
