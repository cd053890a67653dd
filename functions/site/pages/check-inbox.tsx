/** `/check-inbox`: what to do now, the first dates, and the two things that can have gone wrong. */
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { firstDates } from '../../domain/first-dates.ts'
import { pendingDays } from '../../domain/moves.ts'
import type { LinkSubject } from '../../journey/ports.ts'
import { addresses } from '../addresses.ts'
import { withAnswerFloor } from '../answer-floor.ts'
import { readWishes, type WishQuery, wishNames } from '../forms/first-dates.ts'
import { type Fields, readForm, textOf } from '../forms/read-form.ts'
import { page } from '../layout/page.tsx'
import { FirstDates } from '../parts/first-dates.tsx'
import { Status } from '../parts/status.tsx'
import { Tape } from '../parts/tape.tsx'
import { TokenField } from '../parts/token-field.tsx'
import type { SiteDeps } from '../ports.ts'
import { sourceOf } from '../source.ts'
import { datesShown } from './sign-up.tsx'

export function checkInbox(deps: SiteDeps): Hono {
  return new Hono()
    .get('/check-inbox', (c) => {
      const token = c.req.query('t') ?? ''
      const subject = deps.links.read(token, ['again'], deps.clock())
      const query = wishesIn(c.req.query())
      return page(
        c,
        deps,
        { title: 'Check your inbox' },
        <CheckInbox token={token} query={query} wasSentAgain={c.req.query('sent') === '1'}>
          <Dates deps={deps} subject={subject} query={query} />
        </CheckInbox>,
      )
    })
    .post('/send-again', async (c) => {
      const fields = await readForm(c)
      const token = textOf(fields, 't')
      const subject = deps.links.read(token, ['again'], deps.clock())
      await withAnswerFloor(deps.settings.answerFloorMs, () =>
        deps.journey.sendConfirmationAgain(subject, { source: sourceOf(c), now: deps.clock() }),
      )
      return c.redirect(addresses.checkInbox(token, { ...wishesIn(fields), sent: '1' }), 303)
    })
}

function wishesIn(fields: Fields): WishQuery {
  const given = wishNames.map((name) => [name, textOf(fields, name)] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

/** From what was typed alone: an address that is known already must not be told from one that is not. */
function Dates({ deps, subject, query }: { deps: SiteDeps; subject: LinkSubject; query: WishQuery }) {
  const { compiled } = deps.catalog
  const now = deps.clock()
  const wishes = readWishes(query, compiled.path)
  if (wishes === undefined) return null
  const steps = firstDates(compiled.path, subject, wishes, now, datesShown)
  return <FirstDates compiled={compiled} steps={steps} pace={wishes.pace} now={now} />
}

interface CheckInboxProps {
  readonly token: string
  readonly query: WishQuery
  readonly wasSentAgain: boolean
  readonly children: Child
}

function CheckInbox({ token, query, wasSentAgain, children }: CheckInboxProps) {
  return (
    <>
      <Tape label="In" words="check your inbox" />
      <h1>Check your inbox</h1>
      {wasSentAgain ? <Status>The mail was asked for again. At most three a day go to one address.</Status> : null}
      <p class="lead">We sent one mail to that address. Press the button in it and the first lesson follows at once.</p>
      {children}
      <h2>No mail after a few minutes?</h2>
      <p>It may lie in the folder for spam. If it is not there, have it sent again.</p>
      <form method="post" action={addresses.sendAgain}>
        <TokenField token={token} />
        {Object.entries(query).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="second">
          Send it again
        </button>
      </form>
      <h2>Wrong address?</h2>
      <p>
        <a href={addresses.signUp}>Back to the form</a>. Nothing goes to the other address unless somebody presses the
        button in that mail; after {pendingDays} days it is erased.
      </p>
    </>
  )
}
