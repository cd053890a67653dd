/** All that is wrong with a form, at the top, each a link to its control. It takes the focus, so that it is read first. */
import type { Problem } from '../forms/parse-form.ts'
import { count } from '../words/duration.ts'

export function ProblemSummary({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <section class="problems" role="alert" tabindex={-1} autofocus aria-labelledby="problems-title">
      <h2 id="problems-title">{count(problems.length, 'answer')} to look at before this can be done</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
