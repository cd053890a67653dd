/** `/lessons/:id/hand-in`: a project is handed in, seen again, changed; or the learner goes on without it. */
import { Hono } from 'hono'
import { Failure } from '../../../domain/errors.ts'
import { addresses } from '../../addresses.ts'
import { unlessLinkInvalid } from '../../failures.ts'
import { handInForm, handInProblems, handInValues } from '../../forms/hand-in.ts'
import type { Problem } from '../../forms/parse-form.ts'
import { readStartOfForm, textOf } from '../../forms/read-form.ts'
import type { SiteDeps } from '../../ports.ts'
import { writtenStep } from '../../written-step.ts'
import { type Holder, type Project, showHandIn } from './show-hand-in.tsx'

/** What is read of a form. A note that is longer is refused with its beginning, and everything before it, as typed. */
const mostBytes = 128 * 1024

const cutOff: Problem = {
  field: 'note',
  message:
    'The note is longer than this page can read, so only its beginning is here, and nothing was saved. ' +
    'Put the long text where others can open it, and paste its link.',
}

export function handIn(deps: SiteDeps): Hono {
  return new Hono()
    .get('/lessons/:id/hand-in', async (c) => {
      const project = projectAt(deps, c.req.param('id'))
      return showHandIn(c, deps, { project, holder: holderOf(deps, c.req.query('t') ?? '') })
    })
    .post('/lessons/:id/hand-in', async (c) => {
      const project = projectAt(deps, c.req.param('id'))
      const { fields, isWhole } = await readStartOfForm(c, mostBytes)
      const token = textOf(fields, 't')
      const now = deps.clock()
      const holder = holderOf(deps, token)
      const values = handInValues(fields, project.rubric)
      const found = handInProblems(values, project.rubric, now)
      const problems = isWhole ? found : [...found.filter(({ field }) => field !== 'note'), cutOff]
      if (problems.length > 0) {
        const status = isWhole ? 422 : 413
        return showHandIn(c, deps, { project, holder, refused: { values, problems, status } })
      }
      const take = holder.isFresh ? deps.journey.handIn : deps.journey.handInFirst
      try {
        await take(holder.subject, project.step.id, handInForm(values), now)
      } catch (cause) {
        if (!(cause instanceof Failure) || cause.code !== 'hand-in-kept') throw cause
        return showHandIn(c, deps, { project, holder, refused: { values, problems: [], status: 409 } })
      }
      return c.redirect(addresses.handIn(project.step, token, { saved: 'handed-in' }), 303)
    })
    .post('/lessons/:id/without', async (c) => {
      const { step } = projectAt(deps, c.req.param('id'))
      const { fields } = await readStartOfForm(c, mostBytes)
      const token = textOf(fields, 't')
      const now = deps.clock()
      await deps.journey.goOnWithout(deps.links.read(token, ['lesson'], now), step.id, now)
      return c.redirect(addresses.handIn(step, token, { saved: 'without' }), 303)
    })
}

/** A lesson's link hands in; a fresh one also shows what was handed in, and replaces it. */
function holderOf(deps: SiteDeps, token: string): Holder {
  const now = deps.clock()
  const fresh = unlessLinkInvalid(() => deps.links.read(token, ['sign-in'], now))
  const subject = fresh ?? deps.links.read(token, ['lesson'], now)
  const isFresh = fresh !== undefined
  return { subject, isFresh, token, lessonToken: isFresh ? deps.links.sign('lesson', subject, now) : token }
}

/** Throws `step-unknown` for a step that is no project. */
function projectAt(deps: SiteDeps, idAndSlug: string): Project {
  const { step, text } = writtenStep(deps.catalog, idAndSlug)
  if (step.kind === 'project') return { step, rubric: text.rubric ?? [] }
  throw new Failure(
    'step-unknown',
    `${step.id} is no project, so there is nothing to hand in.`,
    'Open it from your mail: what it asks for stands there.',
  )
}
