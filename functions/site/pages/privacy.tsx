/** `/privacy`: what is kept where, how long, and who it is kept by. */
import { Hono } from 'hono'
import { notesKeptDays, pendingDays } from '../../domain/moves.ts'
import { addresses } from '../addresses.ts'
import { consentText } from '../consent-text.ts'
import { page } from '../layout/page.tsx'
import { Tape } from '../parts/tape.tsx'
import type { SiteDeps, SiteSettings } from '../ports.ts'

export function privacy(deps: SiteDeps): Hono {
  return new Hono().get('/privacy', (c) =>
    page(
      c,
      deps,
      { title: 'What is kept, and for how long', audience: 'everyone', canonical: addresses.privacy },
      <Privacy settings={deps.settings} />,
    ),
  )
}

function Privacy({ settings: { operatorName, postalAddress, replyTo } }: { settings: SiteSettings }) {
  return (
    <div class="prose">
      <Tape label="Notes" words="privacy" />
      <h1>What is kept, and for how long</h1>
      <h2>Who keeps it</h2>
      <p>
        {operatorName}, {postalAddress}, in an account of its own at Amazon Web Services, which stores the data and
        sends the mails on its behalf. Nobody else is given any of it, and none of it is sold.
      </p>
      <h2>What is kept while you learn</h2>
      <ul>
        <li>Your email address, your name if you gave one, your days, hour and time zone: to send the lessons.</li>
        <li>
          The proof of your consent: which text you agreed to (the present one is of {consentText.version}), when, from
          which internet address, and when you confirmed it. The law asks for it.
        </li>
        <li>
          Which steps you were sent, and what the mail system answered: to send none twice and to notice a broken
          address.
        </li>
        <li>What you press on the pages: answers you knew or missed, and steps you marked as done.</li>
      </ul>
      <h2>For how long</h2>
      <ul>
        <li>A sign-up that is not confirmed: {pendingDays} days.</li>
        <li>
          Everything else: until you leave, and {notesKeptDays} days after it, in case you come back. Then it is erased.
        </li>
        <li>
          One thing stays: a keyed hash of your address with the note that it left, bounced or complained, so that it is
          not written to again by mistake. The address cannot be read from it.
        </li>
      </ul>
      <h2>What is not done</h2>
      <p>
        No cookies. No pictures that report that a mail was opened, no links that count who followed them, no scripts,
        fonts or pictures from anybody else. The server's log holds no addresses and no links of yours.
      </p>
      <h2>What you can ask for</h2>
      <p>
        A copy of all of it, a correction, or that it is erased at once: reply to any mail, or write to{' '}
        <a href={`mailto:${replyTo}`}>{replyTo}</a> from the address in question. You can take your consent back at any
        time with one press at the foot of any mail. If you think that your data is treated wrongly, you may complain to
        the data protection authority where you live.
      </p>
    </div>
  )
}
