/** What waits for the learner: a lesson to read, a review, a project to hand in, a mail that came back. */
import { gate } from '../../../domain/gate.ts'
import type { Instant } from '../../../domain/instant.ts'
import { stepAhead } from '../../../domain/next-step.ts'
import type { Path, Step } from '../../../domain/path.ts'
import type { DeliveriesView } from '../../../journey/view-deliveries.ts'
import { addresses } from '../../addresses.ts'
import { stageClass } from '../../parts/tape.tsx'
import type { PathView, SiteDeps } from '../../ports.ts'
import { durationShort } from '../../words/duration.ts'
import type { DateWords } from '../../words/when.ts'
import { ControlForm } from './control-form.tsx'

interface WaitingProps {
  readonly deps: SiteDeps
  readonly view: PathView
  readonly deliveries: DeliveriesView
  readonly dates: DateWords
  readonly now: Instant
  readonly token: string
  readonly lessonToken: string
}

export function Waiting({ deps, view, deliveries, dates, now, token, lessonToken }: WaitingProps) {
  const { compiled } = deps.catalog
  const { path } = compiled
  const { received, state } = view.enrolment
  const toDo = stepsToDo(path, view, deliveries, now)
  // What cannot be sent while the path is paused waits for nobody.
  const back = state === 'paused' ? [] : path.steps.filter(({ id }) => received.has(id) && deliveries.cameBack.has(id))
  const waiting = [...toDo, ...back.filter((step) => !toDo.includes(step))]
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">Waiting for you</h2>
      <ul class="what-comes waiting">
        {waiting.map((step, index) => (
          <li class={stageClass(compiled, step.stage)}>
            <span class="tape-edge"></span>
            <span class="number">{step.id}</span>
            <span>{step.title}</span>
            <span class="when">
              {whatItIs(path, view, step, dates, now)}
              {back.includes(step) ? ' · its mail came back: your mailbox did not take it' : null}
            </span>
            <div class="press">
              <a class={index === 0 ? 'button' : 'button second'} href={addresses.lesson(step, lessonToken)}>
                Open {step.id}
              </a>
              {toDo.includes(step) && step.kind === 'project' ? (
                <a class="button second" href={addresses.handIn(step, lessonToken)}>
                  {isKept(view, step) ? `Say that ${step.id} stands` : `Hand in ${step.id}, or go on without it`}
                </a>
              ) : null}
              {back.includes(step) ? (
                <ControlForm
                  name="again"
                  token={token}
                  button={`Send ${step.id} once more`}
                  carries={{ step: step.id }}
                />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/**
 * Answers: what was sent and waits to be done? The newest lesson, the newest review, and every project, also one that was
 * handed in before its learner started over.
 */
function stepsToDo(path: Path, view: PathView, { sent }: DeliveriesView, now: Instant): readonly Step[] {
  const { enrolment, work } = view
  const done = new Set(work.filter(({ doneAt }) => doneAt !== undefined).map(({ step }) => step))
  const passage = passageAhead(path, view, now)
  if (passage?.kind === 'closed') done.delete(passage.project)
  const open = path.steps.filter(({ id }) => enrolment.received.has(id) && sent.has(id) && !done.has(id))
  const newest = (kind: Step['kind']) => open.findLast((step) => step.kind === kind)
  const projects = open.filter(({ id, kind }) => kind === 'project' && !enrolment.cleared.has(id))
  const others = [newest('lesson'), newest('review')].filter((step) => step !== undefined)
  return [...projects, ...others].sort((a, b) => path.steps.indexOf(b) - path.steps.indexOf(a))
}

function passageAhead(path: Path, { enrolment }: PathView, now: Instant) {
  const next = stepAhead(path, enrolment.received)
  return next && gate(path, enrolment, next, now)
}

/** Handed in before, and waited for again. */
function isKept({ work }: PathView, { id }: Step): boolean {
  return work.some(({ step, handIn }) => step === id && handIn !== undefined)
}

function whatItIs(path: Path, view: PathView, step: Step, dates: DateWords, now: Instant): string {
  const time = durationShort(step.minutes)
  if (step.kind !== 'project') return step.kind === 'review' ? `a review · ${time}` : time
  const passage = passageAhead(path, view, now)
  if (passage?.kind !== 'closed' || passage.project !== step.id) return `to hand in · ${time}`
  const byItself = passage.opensAt === undefined ? '' : `, or by itself on ${dates.day(passage.opensAt)}`
  const what = isKept(view, step) ? 'handed in before' : `to hand in · ${time}`
  return `${what}. The next stage opens with it${byItself}.`
}
