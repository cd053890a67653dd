/** Questions from earlier lessons, to be answered from memory before reading on. */
import { raw } from 'hono/html'
import type { CompiledRecall } from '../../catalog/compiled.ts'

export function Recall({ questions }: { questions: readonly CompiledRecall[] }) {
  if (questions.length === 0) return null
  return (
    <section aria-labelledby="recall" class="recall">
      <h2 id="recall">From memory first</h2>
      <ol class="checks">
        {questions.map(({ questionHtml, answerHtml }) => (
          <li>
            <p>{raw(questionHtml)}</p>
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
