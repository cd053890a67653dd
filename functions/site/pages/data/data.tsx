/** `/path/data`: everything that is kept of a learner, to read and to take along; and their name and plan, to change. */
import { Hono } from 'hono'
import * as v from 'valibot'
import { addresses } from '../../addresses.ts'
import { name } from '../../forms/name.ts'
import { parseForm } from '../../forms/parse-form.ts'
import { plan } from '../../forms/plan.ts'
import { readForm, textOf } from '../../forms/read-form.ts'
import type { SiteDeps } from '../../ports.ts'
import { signedIn } from '../../signed-in.tsx'
import { showData } from './show-data.tsx'

const nameForm = v.object({ name })
const planForm = v.object({ plan })

export function data(deps: SiteDeps): Hono {
  return new Hono()
    .get('/path/data', async (c) => {
      const opened = await signedIn(c, deps)
      return opened instanceof Response ? opened : showData(c, deps, opened)
    })
    .get('/path/data/file', async (c) => {
      const opened = await signedIn(c, deps)
      if (opened instanceof Response) return opened
      const now = deps.clock()
      const kept = await deps.journey.exportLearner(opened.subject, now)
      const day = new Date(now).toISOString().slice(0, 10)
      return c.body(`${JSON.stringify(kept, undefined, 2)}\n`, 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="${deps.catalog.compiled.path.id}-${day}.json"`,
        'Cache-Control': 'no-store',
      })
    })
    .post('/path/data/name', async (c) => {
      const fields = await readForm(c)
      const token = textOf(fields, 't')
      const now = deps.clock()
      const subject = deps.links.read(token, ['sign-in'], now)
      const typed = { name: textOf(fields, 'name') }
      const parsed = parseForm(nameForm, typed)
      if (!parsed.ok) return showData(c, deps, { subject, token }, { typed, problems: parsed.problems })
      await deps.journey.keepName(subject, parsed.value.name, now)
      return c.redirect(addresses.data(token, { saved: 'name' }), 303)
    })
    .post('/path/data/plan', async (c) => {
      const fields = await readForm(c)
      const token = textOf(fields, 't')
      const now = deps.clock()
      const subject = deps.links.read(token, ['sign-in'], now)
      const typed = { plan: textOf(fields, 'plan') }
      const parsed = parseForm(planForm, typed)
      if (!parsed.ok) return showData(c, deps, { subject, token }, { typed, problems: parsed.problems })
      await deps.journey.keepPlan(subject, parsed.value.plan ?? '', now)
      return c.redirect(addresses.data(token, { saved: 'plan' }), 303)
    })
}
