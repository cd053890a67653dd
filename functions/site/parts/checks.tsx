/** The self-check: a question, the answer behind a press, and for a learner two buttons to say how it went. */
import { raw } from 'hono/html'
import type { CompiledCheck } from '../../catalog/compiled.ts'
import type { Step } from '../../domain/path.ts'
import { type Answering, AnswerSummary, checkAnchor, Verdict } from './verdict.tsx'

interface ChecksProps {
  readonly step: Step
  readonly checks: readonly CompiledCheck[]
  readonly learner: Answering | undefined
}

export function Checks({ step, checks, learner }: ChecksProps) {
  if (checks.length === 0) return null
  return (
    <section aria-labelledby="self-check">
      <h2 id="self-check">Self-check</h2>
      <ol class="checks">
        {checks.map((check) => (
          <li id={checkAnchor(check.id)}>
            <p>{raw(check.questionHtml)}</p>
            <details open={learner?.answered === check.id}>
              <AnswerSummary given={learner?.work?.answers[check.id]} />
              <p>
                <b>{raw(check.answerHtml)}</b> {raw(check.reasonHtml)}
              </p>
              {learner ? <Verdict step={step} check={check.id} learner={learner} /> : null}
            </details>
          </li>
        ))}
      </ol>
      {learner ? <Tally step={step} checks={checks} learner={learner} /> : null}
    </section>
  )
}

/** Once every question is answered: how it went, and what becomes of what was missed. */
function Tally({ step, checks, learner }: ChecksProps & { learner: Answering }) {
  const given = checks.map(({ id }) => learner.work?.answers[id])
  if (given.includes(undefined)) return null
  const missed = given.filter((verdict) => verdict === 'missed').length
  const known = checks.length - missed
  return (
    <p class="tally">
      {missed === 0
        ? `All ${checks.length} answered, and you knew them all.`
        : `All ${checks.length} answered: ${known} known, ${missed} missed. ${afterMissing(step)}`}
    </p>
  )
}

function afterMissing({ kind }: Step): string {
  return kind === 'review'
    ? 'Each reason names the lesson to read again.'
    : 'What you missed is asked again with a later lesson.'
}
