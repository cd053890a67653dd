/** `/path`: my path. A sign-in link shows and changes everything, a lesson link asks for one. */
import { type Context, Hono } from 'hono'
import { Failure } from '../../../domain/errors.ts'
import { addresses } from '../../addresses.ts'
import { unlessLinkInvalid } from '../../failures.ts'
import { type Fields, readForm, textOf } from '../../forms/read-form.ts'
import { page } from '../../layout/page.tsx'
import type { SiteDeps } from '../../ports.ts'
import type { Change, Outcome } from './change.ts'
import { FreshLink } from './fresh-link.tsx'
import { sendNext, skipNext } from './next-one.tsx'
import { changePace } from './pace.tsx'
import { pauseOpen, pauseUntil, resume } from './pause.tsx'
import { showPath } from './show-path.tsx'

export function path(deps: SiteDeps): Hono {
  const press = (change: Change) => (c: Context) => pressed(c, deps, change)
  return new Hono()
    .get('/path', (c) => {
      const token = c.req.query('t')
      if (token === undefined) return c.redirect(addresses.signIn, 302)
      const now = deps.clock()
      const isLessonLink = unlessLinkInvalid(() => deps.links.read(token, ['lesson'], now)) !== undefined
      if (isLessonLink) return page(c, deps, { title: 'A fresh link is needed', token }, <FreshLink token={token} />)
      return showPath(c, deps, { subject: deps.links.read(token, ['sign-in'], now), token })
    })
    .post('/path/pause-until', press(pauseUntil))
    .post('/path/pause', press(pauseOpen))
    .post('/path/resume', press(resume))
    .post('/path/pace', press(changePace))
    .post('/path/next', press(sendNext))
    .post('/path/skip', press(skipNext))
}

async function pressed(c: Context, deps: SiteDeps, change: Change): Promise<Response> {
  const fields = await readForm(c)
  const token = textOf(fields, 't')
  const subject = deps.links.read(token, ['sign-in'], deps.clock())
  const outcome = await outcomeOf(deps, change, { subject, fields })
  if (outcome instanceof Failure) return showPath(c, deps, { subject, token, refusal: { fields, reason: outcome } })
  if ('problems' in outcome) return showPath(c, deps, { subject, token, refusal: { fields, reason: outcome.problems } })
  return c.redirect(addresses.path(token, { saved: outcome.saved, step: outcome.step }), 303)
}

/** A refusal is shown on the page whose button was pressed. */
async function outcomeOf(
  { journey, clock }: SiteDeps,
  change: Change,
  press: { subject: ReturnType<SiteDeps['links']['read']>; fields: Fields },
): Promise<Outcome | Failure> {
  try {
    return await change({ journey, now: clock(), ...press })
  } catch (cause) {
    if (cause instanceof Failure) return cause
    throw cause
  }
}
