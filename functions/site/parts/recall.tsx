/** Questions from earlier lessons, to be answered from memory before reading on. */
import { raw } from 'hono/html'
import type { Path, Step } from '../../domain/path.ts'
import type { CheckId } from '../../domain/recall.ts'
import type { MemoryQuestion } from '../../journey/from-memory.ts'
import { StepLinks } from './step-links.tsx'
import { type Answering, AnswerSummary, checkAnchor, Verdict } from './verdict.tsx'

interface RecallProps {
  /** The step that asks. */
  readonly step: Step
  readonly questions: readonly MemoryQuestion[]
  readonly path: Path
  readonly learner: Answering | undefined
}

export function Recall({ step, questions, path, learner }: RecallProps) {
  if (questions.length === 0) return null
  return (
    <section aria-labelledby="recall" class="recall">
      <h2 id="recall">From memory first</h2>
      <ol class="checks">
        {questions.map(({ questionHtml, answerHtml, from, check }) => (
          <li {...(check ? { id: checkAnchor(check) } : {})}>
            <p>
              {raw(questionHtml)} {from ? <StepLinks path={path} ids={[from]} /> : null}
            </p>
            <details open={check !== undefined && learner?.answered === check}>
              <AnswerSummary given={check === undefined ? undefined : learner?.work?.answers[check]} />
              <p>{raw(answerHtml)}</p>
              {learner ? <Press step={step} check={check} learner={learner} /> : null}
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A lesson's own questions often have no right answer ("think of …", "guess …"): they come back to nobody. */
function Press({ step, check, learner }: { step: Step; check: CheckId | undefined; learner: Answering }) {
  if (check !== undefined) return <Verdict step={step} check={check} learner={learner} />
  return <p class="quiet">For yourself: there is nothing to press, and nothing is kept.</p>
}
