/** The self-check: a question, the answer behind a press, and for a learner two buttons to say how it went. */
import { raw } from 'hono/html'
import type { CompiledCheck } from '../../catalog/compiled.ts'
import type { Step } from '../../domain/path.ts'
import type { Work } from '../../journey/ports.ts'
import { addresses } from '../addresses.ts'
import { TokenField } from './token-field.tsx'

interface ChecksProps {
  readonly step: Step
  readonly checks: readonly CompiledCheck[]
  readonly learner:
    | { readonly token: string; readonly work: Work | undefined; readonly answered: string | undefined }
    | undefined
}

/** "E10.1" is where the page jumps to after an answer. */
export const checkAnchor = (id: string) => `check-${id.replace('.', '-')}`

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
              <summary>Answer</summary>
              <p>
                <b>{raw(check.answerHtml)}</b> {raw(check.reasonHtml)}
              </p>
              {learner ? (
                <Verdict step={step} check={check} token={learner.token} given={learner.work?.answers[check.id]} />
              ) : null}
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface VerdictProps {
  readonly step: Step
  readonly check: CompiledCheck
  readonly token: string
  readonly given: 'knew' | 'missed' | undefined
}

function Verdict({ step, check, token, given }: VerdictProps) {
  return (
    <form method="post" action={addresses.answers(step)} class="verdict">
      <TokenField token={token} />
      <input type="hidden" name="check" value={check.id} />
      <button type="submit" class="second" name="verdict" value="knew">
        I knew it
      </button>
      <button type="submit" class="second" name="verdict" value="missed">
        I missed it
      </button>
      {given ? <p role="status">{given === 'knew' ? 'Kept: you knew it.' : 'Kept: you missed it.'}</p> : null}
    </form>
  )
}
