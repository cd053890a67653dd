/** `/facts`: every fact that the lessons cite, with its source, and how sure it is. */
import { Hono } from 'hono'
import type { CompiledFact } from '../../catalog/compiled.ts'
import type { Path } from '../../domain/path.ts'
import { addresses } from '../addresses.ts'
import { page } from '../layout/page.tsx'
import { StepLinks } from '../parts/step-links.tsx'
import { Tape } from '../parts/tape.tsx'
import type { SiteDeps } from '../ports.ts'
import { isoDayWords } from '../words/when.ts'

const statusWords = {
  V: 'Confirmed on the page of its source.',
  V2: 'Reported by others than its source; not confirmed there.',
  S: 'Standard theory, arithmetic or law.',
  C: 'A convention: a starting point, never a rule.',
} as const satisfies Record<CompiledFact['status'], string>

export function facts(deps: SiteDeps): Hono {
  return new Hono().get('/facts', (c) =>
    page(
      c,
      deps,
      { title: 'Facts and sources', audience: 'everyone', canonical: addresses.facts },
      <Facts facts={deps.catalog.facts()} path={deps.catalog.compiled.path} />,
    ),
  )
}

function Facts({ facts, path }: { facts: readonly CompiledFact[]; path: Path }) {
  return (
    <div class="prose">
      <Tape label="Notes" words="facts" />
      <h1>Facts and sources</h1>
      <p class="lead">
        What the lessons state as a fact, where it comes from and how sure it is. If you know better, reply to any mail.
      </p>
      <dl class="entries">
        {facts.map((fact) => (
          <>
            <dt id={fact.id}>
              <span class="number">{fact.id}</span> {fact.fact}
            </dt>
            <dd>
              <p>{fact.value}</p>
              <p class="quiet">
                Source: {fact.source}
                {fact.dated === '-' ? '' : ` (${fact.dated})`}. {statusWords[fact.status]}
                {fact.reviewBy === undefined ? '' : ` To be looked up again by ${isoDayWords(fact.reviewBy)}.`} In{' '}
                <StepLinks path={path} ids={fact.steps} />
              </p>
            </dd>
          </>
        ))}
      </dl>
    </div>
  )
}
