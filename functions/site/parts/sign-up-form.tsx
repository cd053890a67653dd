import type { CompiledPath } from '../../catalog/compiled.ts'
import { addresses } from '../addresses.ts'
import { consentText } from '../consent-text.ts'
import type { Problem } from '../forms/parse-form.ts'
import { problemOf } from '../forms/parse-form.ts'
import { datesButton, honeypotField, type SignUpValues } from '../forms/sign-up.ts'
import { BeginningFields } from './beginning-fields.tsx'
import { described, Field, ProblemLine } from './field.tsx'
import { PaceFields } from './pace-fields.tsx'
import { PlanField } from './plan-field.tsx'
import { ProblemSummary } from './problem-summary.tsx'

interface SignUpFormProps {
  readonly compiled: CompiledPath
  readonly values: SignUpValues
  readonly problems?: readonly Problem[]
  /** The script may put the device's own zone in place of the preselected one. */
  readonly isFresh?: boolean
}

export function SignUpForm({ compiled, values, problems = [], isFresh = false }: SignUpFormProps) {
  return (
    <form method="post" action={addresses.signUp} class="form" novalidate>
      <ProblemSummary problems={problems} />
      <Field
        name="address"
        label="Email address"
        problems={problems}
        control={(props) => (
          <input type="email" required autocomplete="email" spellcheck={false} value={values.address} {...props} />
        )}
      />
      <Field
        name="name"
        label="Name (optional)"
        hint="Only to greet you with."
        problems={problems}
        control={(props) => <input type="text" autocomplete="given-name" value={values.name} {...props} />}
      />
      <BeginningFields compiled={compiled} values={values} problems={problems} />
      <PaceFields values={values} problems={problems} guessZone={isFresh} />
      <PlanField value={values.plan} problems={problems} />
      <Consent isGiven={values.consent === consentText.version} problem={problemOf(problems, 'consent')} />
      <div hidden>
        <label for={honeypotField}>Leave this empty</label>
        <input id={honeypotField} name={honeypotField} type="text" tabindex={-1} autocomplete="off" />
      </div>
      <div class="actions">
        <button type="submit">Send me the confirmation mail</button>
        <button type="submit" class="second" name={datesButton} value="1">
          Show the first dates
        </button>
      </div>
    </form>
  )
}

function Consent({ isGiven, problem }: { isGiven: boolean; problem: string | undefined }) {
  return (
    <div class="field">
      <ProblemLine name="consent" problem={problem} />
      <label class="consent">
        <input
          type="checkbox"
          id="consent"
          name="consent"
          value={consentText.version}
          required
          checked={isGiven}
          {...described('consent', false, problem)}
        />
        <span>
          {consentText.sentence} <small>Text of {consentText.version}</small>
        </span>
      </label>
    </div>
  )
}
