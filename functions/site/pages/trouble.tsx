/** The pages for what goes wrong: what happened, why, and what to do. */
import type { Context } from 'hono'
import type { Failure } from '../../domain/errors.ts'
import { addresses } from '../addresses.ts'
import { statusOf } from '../failures.ts'
import { page } from '../layout/page.tsx'
import { Tape } from '../parts/tape.tsx'
import type { SiteDeps } from '../ports.ts'

const tapeLabel = 'Stop'

const nothingChanged = 'nothing changed'

export function failurePage(c: Context, deps: SiteDeps, failure: Failure) {
  const status = statusOf(failure.code)
  return page(
    c,
    deps,
    { title: headingOf(failure), status },
    <>
      <Tape label={tapeLabel} words={tapeWords(failure)} />
      <h1>{headingOf(failure)}</h1>
      <p class="lead">
        {failure.message} {failure.remedy}
      </p>
      <Onward failure={failure} />
    </>,
  )
}

export function notFoundPage(c: Context, deps: SiteDeps) {
  return page(
    c,
    deps,
    { title: 'There is no such page', status: 404 },
    <>
      <Tape label={tapeLabel} words="no such page" />
      <h1>There is no such page</h1>
      <p class="lead">The address was mistyped, or the page has moved. The whole path is on the front page.</p>
      <Home />
    </>,
  )
}

export function methodPage(c: Context, deps: SiteDeps, allowed: readonly string[]) {
  c.header('Allow', allowed.join(', '))
  return page(
    c,
    deps,
    { title: 'This address works another way', status: 405 },
    <>
      <Tape label={tapeLabel} words="another way in" />
      <h1>This address works another way</h1>
      <p class="lead">
        A button on a page leads here, and it cannot be opened by itself. Go back and press that button.
      </p>
      <Home />
    </>,
  )
}

export function brokenPage(c: Context, deps: SiteDeps) {
  return page(
    c,
    deps,
    { title: 'Something broke on our side', status: 500 },
    <>
      <Tape label={tapeLabel} words="on our side" />
      <h1>Something broke on our side</h1>
      <p class="lead">
        It has been noted, and it was nothing you did. Go back and press again; if it stays broken, write to{' '}
        <a href={`mailto:${deps.settings.replyTo}`}>{deps.settings.replyTo}</a>.
      </p>
    </>,
  )
}

function Onward({ failure: { code } }: { failure: Failure }) {
  if (code === 'link-expired' || code === 'link-invalid') return <FreshLinks />
  return tapeWords({ code }) === nothingChanged ? <ToPath /> : <Home />
}

function ToPath() {
  return (
    <p>
      <a href={addresses.signIn}>Have a link to my path mailed</a>
    </p>
  )
}

function Home() {
  return (
    <p>
      <a href={addresses.home}>To the front page</a>
    </p>
  )
}

function FreshLinks() {
  return (
    <ul>
      <li>
        You have started the path: <a href={addresses.signIn}>have a fresh link mailed to you</a>.
      </li>
      <li>
        You have not confirmed yet: <a href={addresses.signUp}>sign up again</a>, which sends a fresh confirmation.
      </li>
    </ul>
  )
}

function headingOf({ code }: Failure): string {
  switch (code) {
    case 'link-invalid':
      return 'This link does not work'
    case 'link-expired':
      return 'This link has run out'
    case 'step-unknown':
      return 'There is no such lesson'
    case 'body-too-large':
    case 'note-too-long':
      return 'That was too much to read'
    case 'too-many-requests':
      return 'Too many presses'
    case 'enrolment-changed':
      return 'Your path changed in the meantime'
    case 'next-already-sent-today':
      return 'One a day'
    case 'move-not-allowed':
    case 'form-invalid':
    case 'origin-not-allowed':
    case 'address-invalid':
    case 'days-missing':
    case 'time-invalid':
    case 'zone-unknown':
    case 'name-invalid':
    case 'consent-missing':
    case 'pause-date-invalid':
    case 'hand-in-empty':
    case 'hand-in-link-invalid':
    case 'marks-missing':
    case 'plan-too-long':
    case 'stage-unknown':
    case 'address-taken':
    case 'certificate-not-earned':
      return 'Nothing was changed'
    default:
      code satisfies never
      return 'Nothing was changed'
  }
}

/** What an engineer writes on the channel that is down. */
function tapeWords({ code }: Pick<Failure, 'code'>): string {
  switch (code) {
    case 'link-invalid':
      return 'broken link'
    case 'link-expired':
      return 'link run out'
    case 'step-unknown':
      return 'no such lesson'
    case 'body-too-large':
    case 'note-too-long':
      return 'too much'
    case 'too-many-requests':
      return 'too many presses'
    case 'enrolment-changed':
      return 'changed meanwhile'
    case 'next-already-sent-today':
      return 'one a day'
    default:
      return nothingChanged
  }
}
