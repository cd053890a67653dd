/** "Your data" as a page: everything that is kept, and what can be corrected or taken back. */
import type { Context } from 'hono'
import type { LearnerExport } from '../../../journey/export-learner.ts'
import { addresses } from '../../addresses.ts'
import { sentenceOf } from '../../consent-text.ts'
import { page } from '../../layout/page.tsx'
import { NoPath } from '../../parts/no-path.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { Tape } from '../../parts/tape.tsx'
import type { SiteDeps } from '../../ports.ts'
import type { SignedIn } from '../../signed-in.tsx'
import { type DateWords, datesIn } from '../../words/when.ts'
import { partNames } from './names.ts'
import { OwnWords, type RefusedWords, SavedWords } from './own-words.tsx'
import { Readable } from './readable.tsx'

interface KeptLearner {
  readonly name?: string
  readonly plan?: string
  readonly consent?: KeptConsent
  readonly earlierConsents?: readonly KeptConsent[]
}

interface KeptConsent {
  readonly textVersion?: string
}

export async function showData(c: Context, deps: SiteDeps, { subject, token }: SignedIn, refused?: RefusedWords) {
  const now = deps.clock()
  const view = await deps.journey.viewPath(subject, now)
  if (view === undefined) return page(c, deps, { title: 'No path under this link', status: 410 }, <NoPath />)
  const kept = await deps.journey.exportLearner(subject, now)
  const dates = datesIn(view.enrolment.pace.zone, now)
  return page(
    c,
    deps,
    refused ? { title: 'Nothing was changed: your data', status: 422, token } : { title: 'Your data', token },
    <YourData {...{ kept, dates, token, refused }} saved={c.req.query('saved')} />,
  )
}

interface YourDataProps {
  readonly kept: LearnerExport
  readonly dates: DateWords
  readonly token: string
  readonly saved: string | undefined
  readonly refused: RefusedWords | undefined
}

function YourData({ kept, dates, token, saved, refused }: YourDataProps) {
  const { name = '', plan = '', consent, earlierConsents = [] } = (kept as { learner?: KeptLearner }).learner ?? {}
  const versions = new Set([...earlierConsents, consent].map((each) => each?.textVersion ?? ''))
  const agreed = [...versions].flatMap((version) => sentenceOf(version) ?? [])
  return (
    <div class="kept">
      <Tape label="My path" words="your data" />
      <h1>Your data</h1>
      <ProblemSummary problems={refused?.problems ?? []} />
      <SavedWords {...{ saved, name, plan }} />
      <p class="lead">Everything that is kept about you, whole. Times are by the clock {dates.place}.</p>
      <p>
        <a class="button" href={addresses.dataFile(token)} download>
          Download it as one JSON file
        </a>
      </p>
      <p>
        Days, hour and zone are changed on <a href={addresses.path(token)}>my path</a>, the address on{' '}
        <a href={addresses.otherAddress(token)}>a page of its own</a>, name and plan here. For anything else that is
        wrong, reply to any mail. Why it is kept, and how long: <a href={addresses.privacy}>in full sentences</a>. Or{' '}
        <a href={addresses.erase(token)}>erase everything about me</a>.
      </p>
      <OwnWords {...{ token, name, plan, refused }} />
      {agreed.length === 0 ? null : (
        <section aria-labelledby="agreed-title">
          <h2 id="agreed-title">What you agreed to</h2>
          {agreed.map((sentence) => (
            <blockquote>
              <p>{sentence}</p>
            </blockquote>
          ))}
          <p class="quiet">
            Which text it was, when and from where stands below, under “consent”; before that, under “earlier consents”.
          </p>
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
