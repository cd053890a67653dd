/** `/check-inbox`: what to do now, and the two things that can have gone wrong. */
import { Hono } from 'hono'
import { pendingDays } from '../../domain/moves.ts'
import { addresses } from '../addresses.ts'
import { withAnswerFloor } from '../answer-floor.ts'
import { readForm, textOf } from '../forms/read-form.ts'
import { page } from '../layout/page.tsx'
import { Status } from '../parts/status.tsx'
import { Tape } from '../parts/tape.tsx'
import { TokenField } from '../parts/token-field.tsx'
import type { SiteDeps } from '../ports.ts'
import { sourceOf } from '../source.ts'

export function checkInbox(deps: SiteDeps): Hono {
  return new Hono()
    .get('/check-inbox', (c) => {
      const token = c.req.query('t') ?? ''
      deps.links.read(token, ['again'], deps.clock())
      return page(
        c,
        deps,
        { title: 'Check your inbox' },
        <CheckInbox token={token} wasSentAgain={c.req.query('sent') === '1'} />,
      )
    })
    .post('/send-again', async (c) => {
      const token = textOf(await readForm(c), 't')
      const subject = deps.links.read(token, ['again'], deps.clock())
      await withAnswerFloor(deps.settings.answerFloorMs, () =>
        deps.journey.sendConfirmationAgain(subject, { source: sourceOf(c), now: deps.clock() }),
      )
      return c.redirect(addresses.checkInbox(token, { sent: '1' }), 303)
    })
}

function CheckInbox({ token, wasSentAgain }: { token: string; wasSentAgain: boolean }) {
  return (
    <>
      <Tape label="In" words="check your inbox" />
      <h1>Check your inbox</h1>
      {wasSentAgain ? <Status>The mail was asked for again. At most three a day go to one address.</Status> : null}
      <p class="lead">We sent one mail to that address. Press the button in it and the first lesson follows at once.</p>
      <h2>No mail after a few minutes?</h2>
      <p>It may lie in the folder for spam. If it is not there, have it sent again.</p>
      <form method="post" action={addresses.sendAgain}>
        <TokenField token={token} />
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
