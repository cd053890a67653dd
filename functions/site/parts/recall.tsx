/** Questions from earlier lessons, to be answered from memory before reading on. */
import { raw } from 'hono/html'
import type { CompiledRecall } from '../../catalog/compiled.ts'
import type { Path } from '../../domain/path.ts'
import { StepLinks } from './step-links.tsx'

export function Recall({ questions, path }: { questions: readonly CompiledRecall[]; path: Path }) {
  if (questions.length === 0) return null
  return (
    <section aria-labelledby="recall" class="recall">
      <h2 id="recall">From memory first</h2>
      <ol class="checks">
        {questions.map(({ questionHtml, answerHtml, from }) => (
          <li>
            <p>
              {raw(questionHtml)} {from ? <StepLinks path={path} ids={[from]} /> : null}
            </p>
            <details>
              <summary>Answer</summary>
              <p>{raw(answerHtml)}</p>
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}
