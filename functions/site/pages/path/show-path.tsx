/** The whole of "my path": where I am, what comes when, and everything that can be changed. */
import type { Context } from 'hono'
import type { Instant } from '../../../domain/instant.ts'
import type { LinkSubject } from '../../../journey/ports.ts'
import { Arrangement } from '../../arrangement/arrangement.tsx'
import { paceValues, paceValuesOf } from '../../forms/pace.ts'
import { textOf } from '../../forms/read-form.ts'
import { page } from '../../layout/page.tsx'
import { NoPath } from '../../parts/no-path.tsx'
import { Tape } from '../../parts/tape.tsx'
import { WhatComes } from '../../parts/what-comes.tsx'
import type { PathView, SiteDeps } from '../../ports.ts'
import { datesIn } from '../../words/when.ts'
import { headline } from './headline.ts'
import { marksOf } from './marks-of.ts'
import { NextOne } from './next-one.tsx'
import { ChangePace } from './pace.tsx'
import { Pause } from './pause.tsx'
import { Progress } from './progress.tsx'
import { Received } from './received.tsx'
import { problemsOf, type Refusal, Refused, statusOfRefusal } from './refusal.tsx'
import { SavedLine } from './saved.tsx'
import { Stop } from './stop.tsx'
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
  const { refusal, token } = asked
  return page(
    c,
    deps,
    refusal
      ? { title: 'Nothing was changed: my path', status: statusOfRefusal(refusal), token }
      : { title: 'My path', token },
    <MyPath deps={deps} view={view} now={now} {...asked} saved={c.req.query('saved')} step={c.req.query('step')} />,
  )
}

interface MyPathProps extends Asked {
  readonly deps: SiteDeps
  readonly view: PathView
  readonly now: Instant
  /** What a press did a moment ago, and to which step, as the address says. */
  readonly saved: string | undefined
  readonly step: string | undefined
}

function MyPath({ deps, view, now, subject, token, refusal, saved, step }: MyPathProps) {
  const { compiled } = deps.catalog
  const { enrolment, ahead } = view
  const dates = datesIn(enrolment.pace.zone, now)
  const { heading, text, way } = headline(compiled.path, view, dates, now)
  const isUnderWay = enrolment.state === 'active' || enrolment.state === 'paused'
  return (
    <>
      <Tape label="My path" words={enrolment.name ?? ''} />
      {refusal ? <Refused refusal={refusal} /> : null}
      <SavedLine saved={saved} step={step} path={compiled.path} view={view} dates={dates} />
      <h1>{heading}</h1>
      <p class="lead">{text}</p>
      <Way deps={deps} way={way} subject={subject} token={token} />
      <NextOne deps={deps} view={view} token={token} />
      {enrolment.state === 'pending' ? null : <Progress compiled={compiled} view={view} />}
      <Arrangement compiled={compiled} marks={marksOf(compiled, view, dates)} />
      {ahead.length > 0 ? (
        <section aria-labelledby="ahead-title">
          <h2 id="ahead-title">What comes when</h2>
          <WhatComes compiled={compiled} ahead={ahead} dates={dates} />
        </section>
      ) : null}
      <Received deps={deps} view={view} lessonToken={deps.links.sign('lesson', subject, now)} />
      {isUnderWay ? <Changes view={view} token={token} now={now} refusal={refusal} /> : null}
      {isUnderWay ? <Stop leaveToken={deps.links.sign('leave', subject, now)} address={enrolment.address} /> : null}
    </>
  )
}

type ChangesProps = Pick<MyPathProps, 'view' | 'token' | 'now'> & { readonly refusal: Refusal | undefined }

function Changes({ view, token, now, refusal }: ChangesProps) {
  const { pace, state } = view.enrolment
  const problems = refusal ? problemsOf(refusal) : []
  const sent = refusal?.fields ?? {}
  const shown = 'zone' in sent ? paceValues(sent) : paceValuesOf(pace)
  return (
    <>
      <Pause
        token={token}
        isPaused={state === 'paused'}
        zone={pace.zone}
        now={now}
        until={textOf(sent, 'until')}
        problems={problems}
      />
      <ChangePace token={token} pace={pace} values={shown} problems={problems} />
    </>
  )
}
