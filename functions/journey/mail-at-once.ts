/** Mails that take no claim, because nothing is lost when one is lost: the page sends another. */
import type { Log, OpenMailer, OutgoingMail, Store } from './ports.ts'

export type MailAtOnce = (mail: OutgoingMail) => Promise<void>

export function createMailAtOnce(parts: { store: Store; openMailer: () => OpenMailer; log: Log }): MailAtOnce {
  const { store, openMailer, log } = parts
  return async function mailAtOnce(mail) {
    if (await store.isSendingStopped()) return
    const mailer = openMailer()
    try {
      const outcome = await mailer.send(mail)
      if (outcome.kind === 'accepted') return
      log.warn('service-mail-not-sent', {
        learner: mail.tags['learner'],
        mail: mail.tags['step'],
        outcome: outcome.kind,
      })
    } finally {
      mailer.close()
    }
  }
}
