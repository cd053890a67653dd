/** `/confirm/:token`: the button of the double opt-in. Scanners open the page; only a press starts the path. */
import { Hono } from 'hono'
import type { Enrolment } from '../../domain/enrolment.ts'
import { datesOnceConfirmed } from '../../domain/first-dates.ts'
import { pendingDays } from '../../domain/moves.ts'
import { stepAhead } from '../../domain/next-step.ts'
import type { Step } from '../../domain/path.ts'
import { addresses } from '../addresses.ts'
import { page } from '../layout/page.tsx'
import { FirstDates } from '../parts/first-dates.tsx'
import { Tape } from '../parts/tape.tsx'
import { WhatComes } from '../parts/what-comes.tsx'
import type { PathView, SiteDeps } from '../ports.ts'
import { durationWords } from '../words/duration.ts'
import { stepName } from '../words/step.ts'
import { datesIn } from '../words/when.ts'

const datesShown = 4

export function confirm(deps: SiteDeps): Hono {
  const read = (token: string) => deps.links.read(token, ['confirm'], deps.clock())
  return new Hono()
    .get('/confirm/:token', async (c) => {
      const token = c.req.param('token')
      const view = await deps.journey.viewPath(read(token), deps.clock())
      return page(c, deps, { title: 'Start the path' }, <Ask deps={deps} enrolment={view?.enrolment} token={token} />)
    })
    .post('/confirm/:token', async (c) => {
      const now = deps.clock()
      const subject = read(c.req.param('token'))
      const before = await deps.journey.viewPath(subject, now)
      const outcome = await deps.journey.confirm(subject, now)
      if (outcome === 'gone') return page(c, deps, { title: 'This sign-up is no longer there', status: 410 }, <Gone />)
      const view = await deps.journey.viewPath(subject, now)
      const token = deps.links.sign('lesson', subject, now)
      return outcome === 'already'
        ? page(c, deps, { title: 'You have started already', token }, <Already token={token} />)
        : page(
            c,
            deps,
            { title: 'The path has started', token },
            <Started deps={deps} first={firstOf(deps, before?.enrolment)} view={view} token={token} />,
          )
    })
}

/** Answers: which step follows the press? For a sign-up that is gone, that of everybody. */
function firstOf({ catalog }: SiteDeps, enrolment: Enrolment | undefined): Step | undefined {
  return stepAhead(catalog.compiled.path, enrolment?.received ?? new Set())
}

interface AskProps {
  readonly deps: SiteDeps
  readonly enrolment: Enrolment | undefined
  readonly token: string
}

function Ask({ deps, enrolment, token }: AskProps) {
  const { compiled } = deps.catalog
  const { path } = compiled
  const first = firstOf(deps, enrolment)
  const now = deps.clock()
  return (
    <>
      <Tape label="In" words="start" />
      <h1>Start {path.title}</h1>
      <p class="lead">
        One press, and the lessons come to this address.{' '}
        {first ? `The first, ${stepName(first)}, follows at once. It takes ${durationWords(first.minutes)}.` : null}
      </p>
      <form method="post" action={addresses.confirm(token)}>
        <button type="submit">Start the path</button>
      </form>
      {enrolment?.state === 'pending' ? (
        <FirstDates
          compiled={compiled}
          steps={datesOnceConfirmed(path, enrolment, now, datesShown)}
          pace={enrolment.pace}
          now={now}
        />
      ) : null}
      <p class="quiet">
        If it was not you who signed up, close this page: nothing more is sent, and the sign-up is erased after{' '}
        {pendingDays} days.
      </p>
    </>
  )
}

interface StartedProps {
  readonly deps: SiteDeps
  readonly first: Step | undefined
  readonly view: PathView | undefined
  readonly token: string
}

function Started({ deps, first, view, token }: StartedProps) {
  const { compiled } = deps.catalog
  const later = view?.ahead.filter(({ step }) => step !== first?.id).slice(0, datesShown) ?? []
  return (
    <>
      <Tape label="In" words="started" />
      <h1>The path has started</h1>
      {first ? (
        <p class="lead">
          {stepName(first)} is on its way to your inbox. It takes {durationWords(first.minutes)}.
        </p>
      ) : null}
      {view && later.length > 0 ? (
        <section aria-labelledby="after">
          <h2 id="after">After that</h2>
          <WhatComes compiled={compiled} ahead={later} dates={datesIn(view.enrolment.pace.zone, deps.clock())} />
        </section>
      ) : null}
      <p>
        Days, hour and pauses are on <a href={addresses.path(token)}>my path</a>; every mail links to it.
      </p>
    </>
  )
}

function Already({ token }: { token: string }) {
  return (
    <>
      <Tape label="In" words="started before" />
      <h1>You have started already</h1>
      <p class="lead">This button was pressed before, and once is enough. Nothing was changed.</p>
      <p>
        Where you are and what comes when is on <a href={addresses.path(token)}>my path</a>.
      </p>
    </>
  )
}

function Gone() {
  return (
    <>
      <Tape label="In" words="erased" />
      <h1>This sign-up is no longer there</h1>
      <p class="lead">
        A sign-up that is not confirmed within {pendingDays} days is erased, and so is one whose owner asked for it.
      </p>
      <p>
        <a class="button" href={addresses.signUp}>
          Sign up again
        </a>
      </p>
    </>
  )
}
