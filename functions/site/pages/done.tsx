/** `/lessons/:id/done`: a step is marked as done by a press, and what comes next is shown. */
import { Hono } from 'hono'
import { findStep, type Step } from '../../domain/path.ts'
import { addresses } from '../addresses.ts'
import { readForm, textOf } from '../forms/read-form.ts'
import { page } from '../layout/page.tsx'
import { NextStep } from '../parts/next-step.tsx'
import { NoPath } from '../parts/no-path.tsx'
import { Status } from '../parts/status.tsx'
import { stageClass, Tape } from '../parts/tape.tsx'
import { TokenField } from '../parts/token-field.tsx'
import type { SiteDeps } from '../ports.ts'
import { stepName, tapeWords } from '../words/step.ts'
import { writtenStep } from '../written-step.ts'

export function done(deps: SiteDeps): Hono {
  return new Hono()
    .get('/lessons/:id/done', async (c) => {
      const { step } = writtenStep(deps.catalog, c.req.param('id'))
      const token = c.req.query('t') ?? ''
      const now = deps.clock()
      if (step.kind === 'project') return c.redirect(addresses.handIn(step, token, { sent: c.req.query('sent') }), 302)
      const view = await deps.journey.viewPath(deps.links.read(token, ['lesson'], now), now)
      if (view === undefined) return page(c, deps, { title: 'No path under this link', status: 410 }, <NoPath />)
      const isDone = view.work.some((work) => work.step === step.id && work.doneAt !== undefined)
      const sent = findStep(deps.catalog.compiled.path, c.req.query('sent') ?? '')
      return page(
        c,
        deps,
        { title: isDone ? `${step.id} is done` : `Is ${step.id} done?`, token },
        <>
          <Tape label={step.id} words={tapeWords(step)} stage={stageClass(deps.catalog.compiled, step.stage)} />
          {isDone ? <h1>{step.id} is done</h1> : <Ask step={step} token={token} />}
          {sent ? <Status>{stepName(sent)} is on its way to your inbox.</Status> : null}
          {isDone ? <NextStep deps={deps} view={view} token={token} after={step} sent={sent} /> : null}
        </>,
      )
    })
    .post('/lessons/:id/done', async (c) => {
      const { step } = writtenStep(deps.catalog, c.req.param('id'))
      const token = textOf(await readForm(c), 't')
      const now = deps.clock()
      await deps.journey.markDone(deps.links.read(token, ['lesson'], now), step.id, now)
      return c.redirect(addresses.done(step, token), 303)
    })
}

function Ask({ step, token }: { step: Step; token: string }) {
  return (
    <>
      <h1>Is {step.id} done?</h1>
      <p class="lead">{step.title}.</p>
      <form method="post" action={addresses.done(step)}>
        <TokenField token={token} />
        <button type="submit">Mark {step.id} as done</button>
      </form>
      <p>
        <a href={addresses.lesson(step, token)}>Back to the lesson</a>
      </p>
    </>
  )
}
