/** `POST /lessons/:id/answers`: a learner has looked at an answer on this lesson's page and says whether they knew it. */
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { Failure } from '../../domain/errors.ts'
import type { Step } from '../../domain/path.ts'
import { addresses } from '../addresses.ts'
import { parseForm } from '../forms/parse-form.ts'
import { readForm, textOf } from '../forms/read-form.ts'
import { page } from '../layout/page.tsx'
import { stageClass, Tape } from '../parts/tape.tsx'
import { checkAnchor } from '../parts/verdict.tsx'
import type { SiteDeps } from '../ports.ts'
import { tapeWords } from '../words/step.ts'
import { writtenStep } from '../written-step.ts'

const answerForm = v.object({ check: v.string(), verdict: v.picklist(['knew', 'missed']) })

export function answers(deps: SiteDeps): Hono {
  return new Hono().post('/lessons/:id/answers', async (c) => {
    const { step, text } = writtenStep(deps.catalog, c.req.param('id'))
    const fields = await readForm(c)
    const token = textOf(fields, 't')
    const subject = deps.links.read(token, ['lesson'], deps.clock())
    const parsed = parseForm(answerForm, fields)
    if (!parsed.ok) throw unreadable()
    const { check, verdict } = parsed.value
    const isOwn = text.checks.some(({ id }) => id === check)
    if (!isOwn && !isAsked(deps, check)) return goneQuestion(c, deps, step, token)
    const askedWith = isOwn ? {} : { askedWith: step.id }
    await deps.journey.recordAnswer(subject, { check, verdict, ...askedWith }, deps.clock())
    return c.redirect(`${addresses.lesson(step, token, { answered: check })}#${checkAnchor(check)}`, 303)
  })
}

/** Answers: does some lesson ask this? Its head may ask what an earlier one asked. */
function isAsked({ catalog }: SiteDeps, check: string): boolean {
  const from = check.split('.')[0] ?? ''
  return catalog.page(from)?.checks.some(({ id }) => id === check) ?? false
}

/** The lesson was changed while its page stood open. */
function goneQuestion(c: Context, deps: SiteDeps, step: Step, token: string) {
  return page(
    c,
    deps,
    { title: 'That question is no longer asked', status: 410, token },
    <>
      <Tape label={step.id} words={tapeWords(step)} stage={stageClass(deps.catalog.compiled, step.stage)} />
      <h1>That question is no longer asked</h1>
      <p class="lead">
        The course was changed after you opened {step.id}, and this question has left it, so your answer had nowhere to
        go. Your other answers are kept.
      </p>
      <p>
        <a class="button" href={addresses.lesson(step, token)}>
          Open {step.id} as it is now
        </a>
      </p>
    </>,
  )
}

function unreadable(): Failure {
  return new Failure(
    'form-invalid',
    'This answer says neither “I knew it” nor “I missed it”.',
    'Open the lesson again and press one of the two buttons below an answer.',
  )
}
