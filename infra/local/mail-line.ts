import { datesIn } from '../../functions/site/words/when.ts'
import type { MailRecord } from './inbox/mail-index.ts'

/** What is known of a mail beyond the mail: whose it is and what follows. */
export interface MailStory {
  readonly zone: string
  /** The title of the step; undefined for mails that are no step. */
  readonly title?: string | undefined
  /** In words: what happens next to this learner. */
  readonly next: string
}

/** The terminal's lines for one mail: when, what and to whom, and below what comes next. */
export function mailLine(mail: MailRecord, story: MailStory | undefined): string {
  const when = datesIn(story?.zone ?? 'UTC', mail.sentAt).moment(mail.sentAt)
  const step = mail.tags['step'] ?? 'mail'
  const sent = `${when}  ${step}  ${story?.title ?? mail.subject}  → ${mail.to}`
  return story ? `${sent}\n    next: ${story.next}` : sent
}
