/** `POST /next`: the next step now, asked for on the page that says a step is done. */
import { Hono } from 'hono'
import { addresses } from '../addresses.ts'
import { readForm, textOf } from '../forms/read-form.ts'
import type { SiteDeps } from '../ports.ts'
import { writtenStep } from '../written-step.ts'

export function next(deps: SiteDeps): Hono {
  return new Hono().post('/next', async (c) => {
    const fields = await readForm(c)
    const token = textOf(fields, 't')
    const now = deps.clock()
    const subject = deps.links.read(token, ['lesson'], now)
    const { step } = writtenStep(deps.catalog, textOf(fields, 'after'))
    const sent = await deps.journey.sendNextNow(subject, now)
    return c.redirect(addresses.done(step, token, { sent }), 303)
  })
}
