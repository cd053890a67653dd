/** The whole of "my path": where I am, what comes when, and everything that can be changed. */
import type { Context } from 'hono'
import type { Instant } from '../../../domain/instant.ts'
import type { LinkSubject } from '../../../journey/ports.ts'
import type { DeliveriesView } from '../../../journey/view-deliveries.ts'
import { Arrangement } from '../../arrangement/arrangement.tsx'
import { page } from '../../layout/page.tsx'
import { NoPath } from '../../parts/no-path.tsx'
import { Tape } from '../../parts/tape.tsx'
import { WhatComes } from '../../parts/what-comes.tsx'
import type { PathView, SiteDeps } from '../../ports.ts'
import { datesIn } from '../../words/when.ts'
import { Controls } from './controls.tsx'
import { headline } from './headline.ts'
import { Kept } from './kept.tsx'
import { marksOf } from './marks-of.ts'
import { notesOf } from './notes-of.ts'
import { Progress } from './progress.tsx'
import { Received } from './received.tsx'
import { type Refusal, Refused, statusOfRefusal } from './refusal.tsx'
import { SavedLine } from './saved.tsx'
import { Stop } from './stop.tsx'
import { Waiting } from './waiting.tsx'
import { Way } from './way.tsx'

/** Who asked, with which link, and which of their presses was refused. */
interface Asked {
  readonly subject: LinkSubject
  readonly token: string
  readonly refusal?: Refusal
}

export async function showPath(c: Context, deps: SiteDeps, asked: Asked) {
  const now = deps.clock()
  const view = await deps.journey.viewPath(asked.subject, now)
  if (view === undefined) return page(c, deps, { title: 'No path under this link', status: 410 }, <NoPath />)
  const deliveries = await deps.journey.viewDeliveries(asked.subject)
  const { refusal, token } = asked
  return page(
    c,
    deps,
    refusal
      ? { title: 'Nothing was changed: my path', status: statusOfRefusal(refusal), token }
      : { title: 'My path', token },
    <MyPath {...{ deps, view, deliveries, now }} {...asked} saved={c.req.query('saved')} step={c.req.query('step')} />,
  )
}

interface MyPathProps extends Asked {
  readonly deps: SiteDeps
  readonly view: PathView
  readonly deliveries: DeliveriesView
  readonly now: Instant
  /** What a press did a moment ago, and to which step, as the address says. */
  readonly saved: string | undefined
  readonly step: string | undefined
}

function MyPath({ deps, view, deliveries, now, subject, token, refusal, saved, step }: MyPathProps) {
  const { compiled } = deps.catalog
  const { enrolment, ahead } = view
  const dates = datesIn(enrolment.pace.zone, now)
  const lessonToken = deps.links.sign('lesson', subject, now)
  const { heading, text, way } = headline(compiled.path, view, dates, now)
  return (
    <>
      <Tape label="My path" words={enrolment.name ?? ''} />
      {refusal ? <Refused refusal={refusal} /> : null}
      <SavedLine saved={saved} step={step} path={compiled.path} view={view} dates={dates} />
      <h1>{heading}</h1>
      <p class="lead">{text}</p>
      <Way deps={deps} way={way} subject={subject} token={token} />
      {isReading(view) ? (
        <p>
          <a href="#change">
            {enrolment.state === 'finished'
              ? 'Have a step again, or begin elsewhere'
              : 'Pause, other days, skip, once more'}
          </a>
        </p>
      ) : null}
      {isReading(view) ? <Waiting {...{ deps, view, deliveries, dates, now, token, lessonToken }} /> : null}
      {enrolment.state === 'pending' ? null : <Progress compiled={compiled} view={view} dates={dates} />}
      <Arrangement compiled={compiled} marks={marksOf(compiled, view, dates)} />
      {ahead.length > 0 ? (
        <section aria-labelledby="ahead-title">
          <h2 id="ahead-title">What comes when</h2>
          <WhatComes compiled={compiled} ahead={ahead} dates={dates} notes={notesOf(compiled.path, view)} />
        </section>
      ) : null}
      <Received {...{ deps, view, deliveries, token, lessonToken }} />
      <Controls {...{ deps, view, token, now, refusal }} />
      {isReading(view) ? (
        <Stop token={token} leaveToken={deps.links.sign('leave', subject, now)} address={enrolment.address} />
      ) : null}
      {enrolment.state === 'left' || enrolment.state === 'undeliverable' ? <Kept token={token} /> : null}
    </>
  )
}

/** Lessons come, or have all come. */
function isReading({ enrolment: { state } }: PathView): boolean {
  return state === 'active' || state === 'paused' || state === 'finished'
}
