/** What somebody should know before they leave an address: in full sentences, beside the form. */
import { notesKeptDays, pendingDays } from '../../domain/moves.ts'
import { addresses } from '../addresses.ts'
import type { SiteSettings } from '../ports.ts'

export function SmallPrint({ settings }: { settings: SiteSettings }) {
  const { operatorName, postalAddress, replyTo } = settings
  return (
    <div class="small-print">
      <p>
        The lessons are sent by {operatorName}, {postalAddress}. Replies reach a person at{' '}
        <a href={`mailto:${replyTo}`}>{replyTo}</a>.
      </p>
      <p>
        Leaving is one press: in your mail program, or at the foot of any mail. Your notes are then erased after{' '}
        {notesKeptDays} days.
      </p>
      <p>
        Your address, name, plan, zone and pace are kept to send the lessons, and what you mark on the pages to show you
        where you are. A sign-up that is not confirmed is erased after {pendingDays} days. There are no cookies, no
        pictures that report that a mail was opened, and nobody else is given your address.{' '}
        <a href={addresses.privacy}>What is kept, and for how long</a>
      </p>
    </div>
  )
}
