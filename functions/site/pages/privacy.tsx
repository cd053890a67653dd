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
        <li>
          Your email address, your name if you gave one, your days, hour and time zone, and your plan if you wrote one:
          to send the lessons and to remind you in your own words.
        </li>
        <li>
          The proof of your consent, each time you signed up: which text you agreed to (the present one is of{' '}
          {consentText.version}), when, from which internet address, and when you confirmed it. The law asks for it.
        </li>
        <li>
          Which steps you were sent, and what the mail system answered: to send none twice and to notice a broken
          address.
        </li>
        <li>
          What you press and type on the pages: answers you knew or missed, steps you marked as done, and of a project
          its link, its note and your own marks. Files behind a link are not copied.
        </li>
        <li>
          When you last pressed something: after some silent weeks you are asked whether to go on. Opening a mail or a
          page is not noticed.
        </li>
        <li>
          Certificates, once you make one: the name you chose to show, the stage and the day. Each is public to whoever
          has its address, until you withdraw it or are erased.
        </li>
        <li>An address you want the lessons to go to instead, until it has said yes or you ask for another.</li>
      </ul>
      <h2>For how long</h2>
      <ul>
        <li>A sign-up that is not confirmed: {pendingDays} days.</li>
        <li>
          Everything else: until you leave, and {notesKeptDays} days after it, in case you come back. Then it is erased.
          Who has finished the path, or whose mail comes back, has not left: it stays until they do, or erase it.
        </li>
        <li>
          Against abuse, how often an address and a network asked for mail: a keyed hash of the address for two days,
          the internet address for two hours. The database then removes both, as a rule within days.
        </li>
        <li>
          What the mail system reports, with the address, until it is worked: minutes as a rule, and 14 days at most if
          something is broken.
        </li>
        <li>
          Earlier states of the database, against accidents: 35 days. Who was erased is gone from there after them.
        </li>
        <li>
          One thing stays: a keyed hash of your address with the note that it was erased, bounced or complained, so that
          it is not written to again by mistake. The address cannot be read from it. An address that bounced or
          complained is also on the mail system's own list, which keeps it from being written to.
        </li>
      </ul>
      <h2>What is not done</h2>
      <p>
        No cookies. No pictures that report that a mail was opened, no links that count who followed them, no scripts,
        fonts or pictures from anybody else. The server's log holds names of pages and counts, no addresses and no links
        of yours.
      </p>
      <h2>What you can do</h2>
      <p>
        On <a href={addresses.signIn}>my path</a>, with a link that is mailed to you: see everything that is kept, take
        it along as one file, correct it, have your lessons sent to another address, or erase it at once. You can take
        your consent back at any time with one press at the foot of any mail.
      </p>
      <p>
        Or reply to any mail, or write to <a href={`mailto:${replyTo}`}>{replyTo}</a> from the address in question, and
        a person does it for you. If you think that your data is treated wrongly, you may complain to the data
        protection authority where you live.
      </p>
    </div>
  )
}
