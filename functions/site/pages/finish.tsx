/** `/lessons/<finish>`: what the last mail opens. What was done, and what to do with it; nothing of a learner's settings. */
import { Hono } from 'hono'
import { findStep, type Step, totalMinutes } from '../../domain/path.ts'
import { addresses } from '../addresses.ts'
import { type Certified, everyCertified, stepWords } from '../certificates/certified.ts'
import { page } from '../layout/page.tsx'
import { NoPath } from '../parts/no-path.tsx'
import { Tape } from '../parts/tape.tsx'
import type { PathView, SiteDeps } from '../ports.ts'
import { hoursWords } from '../words/duration.ts'

export function finish(deps: SiteDeps): Hono {
  return new Hono().get('/lessons/:id', async (c, next) => {
    const { compiled } = deps.catalog
    const step = findStep(compiled.path, c.req.param('id').split('-')[0] ?? '')
    const token = c.req.query('t')
    if (step?.kind !== 'finish' || token === undefined) return next()
    const now = deps.clock()
    const view = await deps.journey.viewPath(deps.links.read(token, ['lesson'], now), now)
    if (view === undefined) return page(c, deps, { title: 'No path under this link', status: 410 }, <NoPath />)
    return page(c, deps, { title: step.title, token }, <Finish {...{ deps, view, step, token }} />)
  })
}

interface FinishProps {
  readonly deps: SiteDeps
  readonly view: PathView
  readonly step: Step
  readonly token: string
}

function Finish({ deps, view, step, token }: FinishProps) {
  const { compiled } = deps.catalog
  const { path } = compiled
  const done = new Set(view.work.filter(({ doneAt }) => doneAt !== undefined).map(({ step: id }) => id))
  const isSent = view.enrolment.received.has(step.id)
  const doneSteps = path.steps.filter(({ id }) => done.has(id))
  return (
    <>
      <Tape label={step.id} words="finish" />
      <h1>{isSent ? step.title : 'The end of the path is ahead of you'}</h1>
      <p class="lead">
        {hoursWords(totalMinutes(doneSteps))} marked as done of {hoursWords(totalMinutes(path.steps))} in the path:{' '}
        {stepWords(doneSteps) || 'nothing yet'}.
      </p>
      <h2>Your projects</h2>
      <ul class="what-comes">
        {everyCertified(compiled)
          .filter(({ isWhole }) => !isWhole)
          .flatMap((stage) => stage.projects.map((project) => <Project {...{ view, stage, project, token }} />))}
      </ul>
      <h2>Your certificates</h2>
      <p>
        There is one for each stage whose project you handed in, and one for the whole path. You make them yourself,
        with the name that you choose to show; nothing is public before.
      </p>
      <p>
        <a class="button" href={addresses.certificates(token)}>
          My certificates
        </a>
      </p>
      <h2>From here</h2>
      <p>
        Every lesson and sheet stays open to you, by its mail or from <a href={addresses.path(token)}>my path</a>, where
        a lesson can also be sent once more. A project that you went past can be handed in at any time.
      </p>
      <p>
        What is kept about you stays until you stop or erase it: <a href={addresses.data(token)}>your data</a>.
      </p>
    </>
  )
}

function Project({ view, stage, project, token }: { view: PathView; stage: Certified; project: Step; token: string }) {
  const isHandedIn = view.work.some(({ step, handIn }) => step === project.id && handIn !== undefined)
  return (
    <li class={stage.stageClass}>
      <span class="tape-edge"></span>
      <span class="number">{project.id}</span>
      <a href={addresses.lesson(project, token)}>{project.title}</a>
      <span class="quiet">{isHandedIn ? 'handed in' : 'open'}</span>
    </li>
  )
}
