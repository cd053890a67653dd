/** `/lessons/:id`: a lesson to read. With a lesson token also to answer and to mark as done. */
import { type Context, Hono } from 'hono'
import { raw } from 'hono/html'
import type { CompiledPage } from '../../catalog/compiled.ts'
import type { Step } from '../../domain/path.ts'
import type { CheckId } from '../../domain/recall.ts'
import { checksFor, fromMemory } from '../../journey/from-memory.ts'
import { addresses } from '../addresses.ts'
import { page } from '../layout/page.tsx'
import { Brief } from '../parts/brief.tsx'
import { Checks } from '../parts/checks.tsx'
import { Listen } from '../parts/listen.tsx'
import { ProjectEnd, ProjectHead } from '../parts/project.tsx'
import { Recall } from '../parts/recall.tsx'
import { stageClass, Tape } from '../parts/tape.tsx'
import { TokenField } from '../parts/token-field.tsx'
import type { Answering } from '../parts/verdict.tsx'
import type { PathView, SiteDeps } from '../ports.ts'
import { tapeWords } from '../words/step.ts'
import { datesIn } from '../words/when.ts'
import { writtenStep } from '../written-step.ts'

export function lesson(deps: SiteDeps): Hono {
  return new Hono().get('/lessons/:id', async (c) => {
    const { step, text } = writtenStep(deps.catalog, c.req.param('id'))
    const token = c.req.query('t')
    if (token === undefined) return lessonPage(c, deps, { step, text })
    const now = deps.clock()
    const holder = deps.links.read(token, ['lesson'], now)
    const view = await deps.journey.viewPath(holder, now)
    const { path } = deps.catalog.compiled
    const checks = view && step.kind === 'lesson' ? checksFor(path, view.enrolment, step.id, holder.recall) : []
    const work = view?.work.find((candidate) => candidate.step === step.id)
    const answered = c.req.query('answered')
    return lessonPage(c, deps, { step, text, learner: { token, work, answered, checks, view } })
  })
}

interface LessonProps {
  readonly step: Step
  readonly text: CompiledPage
  readonly learner?: Answering & {
    /** What is asked from memory: the same as in the mail. */
    readonly checks: readonly CheckId[]
    readonly view: PathView | undefined
  }
}

function lessonPage(c: Context, deps: SiteDeps, props: LessonProps) {
  const { step, learner } = props
  return page(
    c,
    deps,
    {
      title: `${step.title} (${step.id})`,
      canonical: addresses.lesson(step),
      ...(learner ? { token: learner.token } : { audience: 'everyone' }),
    },
    <Lesson deps={deps} {...props} />,
  )
}

function Lesson({ deps, step, text, learner }: LessonProps & { deps: SiteDeps }) {
  const { compiled } = deps.catalog
  const project = learner && projectOf(deps, step, learner)
  return (
    <article>
      <Tape label={step.id} words={tapeWords(step)} stage={stageClass(compiled, step.stage)} />
      <h1>{step.title}</h1>
      <Brief compiled={compiled} step={step} text={text} />
      {project ? <ProjectHead {...project} /> : null}
      {text.leadHtml ? <div class="prose">{raw(text.leadHtml)}</div> : null}
      <Recall
        step={step}
        questions={fromMemory(deps.catalog.page, step.id, learner?.checks ?? [])}
        path={compiled.path}
        learner={learner}
      />
      <div class="prose">{raw(text.bodyHtml)}</div>
      <Listen examples={text.audio} />
      <Checks step={step} checks={text.checks} learner={learner} />
      <div class="prose closing">{raw(text.closingHtml)}</div>
      {project ? <ProjectEnd {...project} /> : null}
      {learner && !project ? (
        <MarkAsDone step={step} token={learner.token} isDone={learner.work?.doneAt !== undefined} />
      ) : null}
      {learner ? null : <Invitation deps={deps} />}
    </article>
  )
}

function projectOf(deps: SiteDeps, step: Step, { token, work, view }: NonNullable<LessonProps['learner']>) {
  if (step.kind !== 'project' || view === undefined) return undefined
  const { cleared, pace } = view.enrolment
  return { step, token, work, cleared, dates: datesIn(pace.zone, deps.clock()) }
}

function MarkAsDone({ step, token, isDone }: { step: Step; token: string; isDone: boolean }) {
  if (isDone) {
    return (
      <p class="status" id="done">
        You have marked {step.id} as done. <a href={addresses.done(step, token)}>What comes next</a>
      </p>
    )
  }
  return (
    <form method="post" action={addresses.done(step)} class="press" id="done">
      <TokenField token={token} />
      <button type="submit">Mark {step.id} as done</button>
    </form>
  )
}

function Invitation({ deps }: { deps: SiteDeps }) {
  return (
    <p class="quiet invitation">
      This is one lesson of {deps.catalog.compiled.path.title}, which comes by email at the hour you choose.{' '}
      <a href={addresses.signUp}>Sign up</a>
    </p>
  )
}
