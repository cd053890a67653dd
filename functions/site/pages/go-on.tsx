/** `/go-on/:token`: the button of the mails after silence. A press ends the pause, or answers that the lessons suit. */
import { Hono } from 'hono'
import { findStep } from '../../domain/path.ts'
import { addresses } from '../addresses.ts'
import { page } from '../layout/page.tsx'
import { Tape } from '../parts/tape.tsx'
import type { SiteDeps } from '../ports.ts'
import { stepName } from '../words/step.ts'
import { datesIn } from '../words/when.ts'

export function goOn(deps: SiteDeps): Hono {
  const read = (token: string) => deps.links.read(token, ['go-on'], deps.clock())
  return new Hono()
    .get('/go-on/:token', (c) => {
      const token = c.req.param('token')
      const lessonToken = deps.links.sign('lesson', read(token), deps.clock())
      return page(c, deps, { title: 'Go on', token: lessonToken }, <Ask {...{ token, lessonToken }} />)
    })
    .post('/go-on/:token', async (c) => {
      const now = deps.clock()
      const subject = read(c.req.param('token'))
      await deps.journey.resume(subject, now)
      const view = await deps.journey.viewPath(subject, now)
      const [first] = view?.ahead ?? []
      const next = first && findStep(deps.catalog.compiled.path, first.step)
      const token = deps.links.sign('lesson', subject, now)
      return page(
        c,
        deps,
        { title: 'The lessons go on', token },
        <>
          <Tape label="In" words="on" />
          <h1>The lessons go on</h1>
          {view && first && next ? (
            <p class="lead">
              Next is {stepName(next)}, on {datesIn(view.enrolment.pace.zone, now).day(first.dueAt)}. One at a time, as
              before: nothing was left out, and nothing comes in a heap.
            </p>
          ) : (
            <p class="lead">Your place is kept, and nothing was left out.</p>
          )}
          <p>
            Fewer days, or another hour? Both are on <a href={addresses.path(token)}>my path</a>.
          </p>
        </>,
      )
    })
}

function Ask({ token, lessonToken }: { token: string; lessonToken: string }) {
  return (
    <>
      <Tape label="In" words="go on" />
      <h1>Go on with the lessons?</h1>
      <p class="lead">One press, and they come on your own days again, from where they stopped.</p>
      <form method="post" action={addresses.goOn(token)}>
        <button type="submit">Go on with my lessons</button>
      </form>
      <p>
        Not now? Close this page: nothing changes. Fewer days, or a pause until a date of yours, are on{' '}
        <a href={addresses.path(lessonToken)}>my path</a>.
      </p>
    </>
  )
}
