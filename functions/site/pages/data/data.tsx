/** `/path/data`: everything that is kept of a learner, to read and to take along. */
import { Hono } from 'hono'
import type { LearnerExport } from '../../../journey/export-learner.ts'
import { addresses } from '../../addresses.ts'
import { sentenceOf } from '../../consent-text.ts'
import { page } from '../../layout/page.tsx'
import { NoPath } from '../../parts/no-path.tsx'
import { Tape } from '../../parts/tape.tsx'
import type { SiteDeps } from '../../ports.ts'
import { signedIn } from '../../signed-in.tsx'
import { type DateWords, datesIn } from '../../words/when.ts'
import { partNames } from './names.ts'
import { Readable } from './readable.tsx'

export function data(deps: SiteDeps): Hono {
  return new Hono()
    .get('/path/data', async (c) => {
      const opened = await signedIn(c, deps)
      if (opened instanceof Response) return opened
      const { subject, token } = opened
      const now = deps.clock()
      const view = await deps.journey.viewPath(subject, now)
      if (view === undefined) return page(c, deps, { title: 'No path under this link', status: 410 }, <NoPath />)
      const kept = await deps.journey.exportLearner(subject, now)
      const dates = datesIn(view.enrolment.pace.zone, now)
      return page(c, deps, { title: 'Your data', token }, <YourData {...{ kept, dates, token }} />)
    })
    .get('/path/data/file', async (c) => {
      const opened = await signedIn(c, deps)
      if (opened instanceof Response) return opened
      const kept = await deps.journey.exportLearner(opened.subject, deps.clock())
      const day = new Date(deps.clock()).toISOString().slice(0, 10)
      return c.body(`${JSON.stringify(kept, undefined, 2)}\n`, 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="${deps.catalog.compiled.path.id}-${day}.json"`,
        'Cache-Control': 'no-store',
      })
    })
}

function YourData({ kept, dates, token }: { kept: LearnerExport; dates: DateWords; token: string }) {
  const agreed = sentenceOf(agreedVersion(kept))
  return (
    <div class="kept">
      <Tape label="My path" words="your data" />
      <h1>Your data</h1>
      <p class="lead">Everything that is kept about you, whole. Times are by the clock {dates.place}.</p>
      <p>
        <a class="button" href={addresses.dataFile(token)} download>
          Download it as one JSON file
        </a>
      </p>
      <ul>
        <li>
          Something is wrong? Days, hour, zone and plan are changed on <a href={addresses.path(token)}>my path</a>, the
          address on <a href={addresses.otherAddress(token)}>a page of its own</a>.
        </li>
        <li>
          Enough? <a href={addresses.erase(token)}>Erase everything about me</a>
        </li>
        <li>
          <a href={addresses.privacy}>What is kept, why, and for how long</a>
        </li>
      </ul>
      {agreed === undefined ? null : (
        <section aria-labelledby="agreed-title">
          <h2 id="agreed-title">What you agreed to</h2>
          <blockquote>
            <p>{agreed}</p>
          </blockquote>
          <p class="quiet">Which text it was, when and from where stands below, under “consent”.</p>
        </section>
      )}
      {Object.entries(kept).map(([name, value]) => (
        <section aria-labelledby={`part-${name}`}>
          <h2 id={`part-${name}`}>{partNames[name] ?? name}</h2>
          <Readable value={value} dates={dates} />
        </section>
      ))}
    </div>
  )
}

function agreedVersion(kept: LearnerExport): string {
  const { learner } = kept as { learner?: { consent?: { textVersion?: string } } }
  return learner?.consent?.textVersion ?? ''
}
