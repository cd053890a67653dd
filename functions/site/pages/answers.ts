/** `POST /lessons/:id/answers`: a learner has looked at an answer and says whether they knew it. */
import { Hono } from 'hono'
import * as v from 'valibot'
import { Failure } from '../../domain/errors.ts'
import { addresses } from '../addresses.ts'
import { parseForm } from '../forms/parse-form.ts'
import { readForm, textOf } from '../forms/read-form.ts'
import { checkAnchor } from '../parts/checks.tsx'
import type { SiteDeps } from '../ports.ts'
import { writtenStep } from '../written-step.ts'

const answerForm = v.object({ check: v.string(), verdict: v.picklist(['knew', 'missed']) })

export function answers(deps: SiteDeps): Hono {
  return new Hono().post('/lessons/:id/answers', async (c) => {
    const { step, text } = writtenStep(deps.catalog, c.req.param('id'))
    const fields = await readForm(c)
    const token = textOf(fields, 't')
    const subject = deps.links.read(token, ['lesson'], deps.clock())
    const parsed = parseForm(answerForm, fields)
    if (!parsed.ok || !text.checks.some(({ id }) => id === parsed.value.check)) {
      throw new Failure(
        'form-invalid',
        'This answer belongs to no question of the lesson.',
        'Open the lesson again and answer there: its questions may have changed.',
      )
    }
    await deps.journey.recordAnswer(subject, parsed.value, deps.clock())
    const { check } = parsed.value
    return c.redirect(`${addresses.lesson(step, token, { answered: check })}#${checkAnchor(check)}`, 303)
  })
}
