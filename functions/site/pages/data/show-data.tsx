/** "Your data" as a page: everything that is kept, and what can be corrected or taken back. */
import type { Context } from 'hono'
import type { LearnerExport } from '../../../journey/export-learner.ts'
import { addresses } from '../../addresses.ts'
import { sentenceOf } from '../../consent-text.ts'
import type { Problem } from '../../forms/parse-form.ts'
import { middleOf } from '../../forms/plan.ts'
import { page } from '../../layout/page.tsx'
import { NoPath } from '../../parts/no-path.tsx'
import { PlanField } from '../../parts/plan-field.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { Status } from '../../parts/status.tsx'
import { Tape } from '../../parts/tape.tsx'
import { TokenField } from '../../parts/token-field.tsx'
import type { SiteDeps } from '../../ports.ts'
import type { SignedIn } from '../../signed-in.tsx'
import { type DateWords, datesIn } from '../../words/when.ts'
import { partNames } from './names.ts'
import { Readable } from './readable.tsx'

/** A plan that cannot be kept, as it was typed. */
export interface RefusedPlan {
  readonly typed: string
  readonly problems: readonly Problem[]
}

interface KeptLearner {
  readonly plan?: string
  readonly consent?: { readonly textVersion?: string }
}

export async function showData(c: Context, deps: SiteDeps, { subject, token }: SignedIn, refused?: RefusedPlan) {
  const now = deps.clock()
  const view = await deps.journey.viewPath(subject, now)
  if (view === undefined) return page(c, deps, { title: 'No path under this link', status: 410 }, <NoPath />)
  const kept = await deps.journey.exportLearner(subject, now)
  const dates = datesIn(view.enrolment.pace.zone, now)
  const isPlanSaved = c.req.query('saved') === 'plan'
  return page(
    c,
    deps,
    refused ? { title: 'Nothing was changed: your data', status: 422, token } : { title: 'Your data', token },
    <YourData {...{ kept, dates, token, isPlanSaved, refused }} />,
  )
}

interface YourDataProps {
  readonly kept: LearnerExport
  readonly dates: DateWords
  readonly token: string
  readonly isPlanSaved: boolean
  readonly refused: RefusedPlan | undefined
}

function YourData({ kept, dates, token, isPlanSaved, refused }: YourDataProps) {
  const { plan = '', consent } = (kept as { learner?: KeptLearner }).learner ?? {}
  const agreed = sentenceOf(consent?.textVersion ?? '')
  const problems = refused?.problems ?? []
  return (
    <div class="kept">
      <Tape label="My path" words="your data" />
      <h1>Your data</h1>
      <ProblemSummary problems={problems} />
      {isPlanSaved ? <Status>{plan === '' ? 'Your plan is taken back.' : 'Your plan is saved.'}</Status> : null}
      <p class="lead">Everything that is kept about you, whole. Times are by the clock {dates.place}.</p>
      <p>
        <a class="button" href={addresses.dataFile(token)} download>
          Download it as one JSON file
        </a>
      </p>
      <p>
        Days, hour and zone are changed on <a href={addresses.path(token)}>my path</a>, the address on{' '}
        <a href={addresses.otherAddress(token)}>a page of its own</a>. For anything else that is wrong, reply to any
        mail. Why it is kept, and how long: <a href={addresses.privacy}>in full sentences</a>. Or{' '}
        <a href={addresses.erase(token)}>erase everything about me</a>.
      </p>
      <section aria-labelledby="plan-title">
        <h2 id="plan-title">Your plan</h2>
        <form method="post" action={addresses.keepPlan} class="form" novalidate>
          <TokenField token={token} />
          <PlanField value={refused?.typed ?? middleOf(plan)} problems={problems} />
          <button type="submit" class="second">
            Save the plan
          </button>
        </form>
        <p class="quiet">Leave it empty to take it back.</p>
      </section>
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
