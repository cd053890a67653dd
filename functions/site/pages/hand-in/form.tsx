/** Marks on the rubric first, then where the work is. The note comes last: where a form is cut off, it is the note. */
import { raw } from 'hono/html'
import type { CompiledCriterion } from '../../../catalog/compiled.ts'
import { noteMax } from '../../../domain/hand-in.ts'
import type { Step } from '../../../domain/path.ts'
import { addresses } from '../../addresses.ts'
import { type HandInValues, markField, noteTypedMax } from '../../forms/hand-in.ts'
import { type Problem, problemOf } from '../../forms/parse-form.ts'
import { described, Field, ProblemLine } from '../../parts/field.tsx'
import { TokenField } from '../../parts/token-field.tsx'
import { levelNames } from './levels.ts'

interface HandInFormProps {
  readonly step: Step
  readonly rubric: readonly CompiledCriterion[]
  readonly token: string
  readonly values: HandInValues
  readonly problems: readonly Problem[]
  readonly button: string
}

export function HandInForm({ step, rubric, token, values, problems, button }: HandInFormProps) {
  return (
    <form method="post" action={addresses.handIn(step)} class="form" novalidate>
      <TokenField token={token} />
      <h2>First, mark yourself</h2>
      <p>
        For each line, the level that you can prove with a file and a place in it. If you cannot point to one, take the
        level below. Nothing depends on how high you mark.
      </p>
      {rubric.map((criterion) => (
        <Marks criterion={criterion} chosen={values.marks[criterion.id]} problems={problems} />
      ))}
      <h2>Then, where it is</h2>
      <p>A link, a note or both.</p>
      <Field
        name="url"
        label="Link"
        hint="One that opens without an account. Without https:// in front, it gets one."
        problems={problems}
        control={(props) => (
          <input
            type="text"
            inputmode="url"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={values.url}
            {...props}
          />
        )}
      />
      <Field
        name="note"
        label="Note"
        hint={`Up to ${noteMax.toLocaleString('en-GB')} characters, some 600 words: what you would tell whoever opens it.`}
        problems={problems}
        control={(props) => (
          <textarea rows={8} maxlength={noteTypedMax} {...props}>
            {values.note}
          </textarea>
        )}
      />
      <button type="submit">{button}</button>
    </form>
  )
}

interface MarksProps {
  readonly criterion: CompiledCriterion
  readonly chosen: string | undefined
  readonly problems: readonly Problem[]
}

function Marks({ criterion, chosen, problems }: MarksProps) {
  const name = markField(criterion.id)
  const problem = problemOf(problems, name)
  return (
    <fieldset class="field" id={name} tabindex={-1} {...described(name, false, problem)}>
      <legend>{criterion.name}</legend>
      <ProblemLine name={name} problem={problem} />
      <div class="levels">
        {criterion.levelsHtml.map((level, index) => (
          <label>
            <input type="radio" name={name} value={String(index + 1)} checked={chosen === String(index + 1)} />
            <span>
              <span class="level">
                {index + 1} {levelNames[index]}
              </span>{' '}
              {raw(level)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
