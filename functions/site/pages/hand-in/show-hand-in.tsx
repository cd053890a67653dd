/** The page of a project's hand-in, in each of its states. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { CompiledCriterion } from '../../../catalog/compiled.ts'
import { findStep, type Step } from '../../../domain/path.ts'
import type { LinkSubject, Work } from '../../../journey/ports.ts'
import { addresses } from '../../addresses.ts'
import { type HandInValues, handInValuesOf } from '../../forms/hand-in.ts'
import type { Problem } from '../../forms/parse-form.ts'
import { page } from '../../layout/page.tsx'
import { NextStep, type NextStepProps } from '../../parts/next-step.tsx'
import { NoPath } from '../../parts/no-path.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { Status } from '../../parts/status.tsx'
import { stageClass, Tape } from '../../parts/tape.tsx'
import type { PathView, SiteDeps } from '../../ports.ts'
import { stepName, tapeWords } from '../../words/step.ts'
import { datesIn } from '../../words/when.ts'
import { HandInForm } from './form.tsx'
import { HandedIn } from './handed-in.tsx'
import { NotReplaced } from './not-replaced.tsx'
import { Stands, Without, waitsForIt } from './without.tsx'

export interface Project {
  readonly step: Step
  readonly rubric: readonly CompiledCriterion[]
}

/** Whose hand-in it is, and with which link they came. */
export interface Holder {
  readonly subject: LinkSubject
  readonly token: string
  /** A link that was mailed now: it shows what was handed in, and replaces it. */
  readonly isFresh: boolean
  readonly lessonToken: string
}

interface Asked {
  readonly project: Project
  readonly holder: Holder
  /** A form that could not be taken, as it was typed. */
  readonly refused?: Refused
}

interface Refused {
  readonly values: HandInValues
  readonly problems: readonly Problem[]
  readonly status: ContentfulStatusCode
}

export async function showHandIn(c: Context, deps: SiteDeps, asked: Asked) {
  const { project, holder, refused } = asked
  const { subject, token } = holder
  const view = await deps.journey.viewPath(subject, deps.clock())
  if (view === undefined) return page(c, deps, { title: 'No path under this link', status: 410 }, <NoPath />)
  const { step } = project
  const work = view.work.find((candidate) => candidate.step === step.id)
  const heading = headingOf(step, view, work)
  const isNotReplaced = refused !== undefined && work?.handIn !== undefined && !holder.isFresh
  return page(
    c,
    deps,
    refused
      ? { title: `Nothing was saved: ${step.id}`, status: isNotReplaced ? 409 : refused.status, token }
      : { title: heading, token },
    <>
      <Tape label={step.id} words={tapeWords(step)} stage={stageClass(deps.catalog.compiled, step.stage)} />
      <h1>{heading}</h1>
      {refused && !isNotReplaced ? <ProblemSummary problems={refused.problems} /> : null}
      {isNotReplaced ? <NotReplaced step={step} values={refused.values} /> : null}
      <SavedLine
        {...{ deps, step, saved: c.req.query('saved'), sent: c.req.query('sent') }}
        isKept={work?.handIn !== undefined}
      />
      <Body deps={deps} view={view} work={work} sent={c.req.query('sent')} {...asked} />
    </>,
  )
}

function headingOf(step: Step, { enrolment }: PathView, work: Work | undefined): string {
  if (work?.handIn) return `${step.id} is handed in`
  return enrolment.cleared.has(step.id) ? `The path goes on without ${step.id}` : `Hand in ${step.id}`
}

interface BodyProps extends Asked {
  readonly deps: SiteDeps
  readonly view: PathView
  readonly work: Work | undefined
  readonly sent: string | undefined
}

function Body({ deps, view, work, project, holder, refused, sent }: BodyProps) {
  const { step, rubric } = project
  const { isFresh, token, lessonToken } = holder
  const { enrolment } = view
  const dates = datesIn(enrolment.pace.zone, deps.clock())
  const isCleared = work?.handIn !== undefined || enrolment.cleared.has(step.id)
  const onTheirWay = sent === undefined ? undefined : findStep(deps.catalog.compiled.path, sent)
  const form = (
    <HandInForm
      step={step}
      rubric={rubric}
      token={token}
      values={refused?.values ?? handInValuesOf(work?.handIn)}
      problems={refused?.problems ?? []}
      button={work?.handIn ? `Put this in its place` : `Hand in ${step.id}`}
    />
  )
  return (
    <>
      {isCleared ? <Onward deps={deps} view={view} token={lessonToken} after={step} sent={onTheirWay} /> : null}
      {work?.handIn ? <HandedIn handIn={work.handIn} {...{ rubric, enrolment, dates, isFresh, token }} /> : null}
      {work?.handIn && !isFresh ? null : isCleared ? (
        <details class="folded" open={refused !== undefined}>
          <summary>{work?.handIn ? 'Change it' : `Hand in ${step.id} after all`}</summary>
          {form}
        </details>
      ) : (
        <>
          <p class="lead">
            “{step.title}”. Mark yourself first, then say where it is. It may be rough, and you can hand in again.{' '}
            <a href={addresses.lesson(step, lessonToken)}>Back to the brief</a>
          </p>
          {form}
          <Without deps={deps} view={view} step={step} token={lessonToken} dates={dates} />
        </>
      )}
    </>
  )
}

/** What comes next; or, where a gate waits for what was handed in all the same, that it stands. */
function Onward(props: NextStepProps) {
  const { deps, view, after: step, token } = props
  return waitsForIt(deps, view, step) ? <Stands {...{ deps, view, step, token }} /> : <NextStep {...props} />
}

interface SavedLineProps {
  readonly deps: SiteDeps
  readonly step: Step
  readonly saved: string | undefined
  readonly sent: string | undefined
  readonly isKept: boolean
}

function SavedLine({ deps, step, saved, sent, isKept }: SavedLineProps) {
  const onItsWay = findStep(deps.catalog.compiled.path, sent ?? '')
  if (onItsWay) return <Status>{stepName(onItsWay)} is on its way to your inbox.</Status>
  if (saved === 'handed-in') return <Status>Kept: your link or note, and your marks.</Status>
  if (saved === 'without' && isKept) return <Status>{step.id} stands as you handed it in, and the path goes on.</Status>
  if (saved === 'without') return <Status>You go on without {step.id}. Its brief stays open to you.</Status>
  return null
}
