/** What a learner corrects on the page of their data: the name that mails greet them by, and their plan. */
import { addresses } from '../../addresses.ts'
import type { Problem } from '../../forms/parse-form.ts'
import { middleOf } from '../../forms/plan.ts'
import { Field } from '../../parts/field.tsx'
import { PlanField } from '../../parts/plan-field.tsx'
import { Status } from '../../parts/status.tsx'
import { TokenField } from '../../parts/token-field.tsx'

/** What cannot be kept, as it was typed. */
export interface RefusedWords {
  readonly typed: { readonly name?: string; readonly plan?: string }
  readonly problems: readonly Problem[]
}

interface OwnWordsProps {
  readonly token: string
  /** As they are kept. */
  readonly name: string
  readonly plan: string
  readonly refused: RefusedWords | undefined
}

export function OwnWords({
  token,
  name,
  plan,
  refused: { typed, problems } = { typed: {}, problems: [] },
}: OwnWordsProps) {
  return (
    <>
      <section aria-labelledby="name-title">
        <h2 id="name-title">Your name</h2>
        <form method="post" action={addresses.keepName} class="form" novalidate>
          <TokenField token={token} />
          <Field
            name="name"
            label="Name (optional)"
            hint="Mails greet you by it from now on. A certificate has a name of its own."
            problems={problems}
            control={(props) => <input type="text" autocomplete="given-name" value={typed.name ?? name} {...props} />}
          />
          <button type="submit" class="second">
            Save the name
          </button>
        </form>
        <p class="quiet">Leave it empty to take it back.</p>
      </section>
      <section aria-labelledby="plan-title">
        <h2 id="plan-title">Your plan</h2>
        <form method="post" action={addresses.keepPlan} class="form" novalidate>
          <TokenField token={token} />
          <PlanField value={typed.plan ?? middleOf(plan)} problems={problems} />
          <button type="submit" class="second">
            Save the plan
          </button>
        </form>
        <p class="quiet">Leave it empty to take it back.</p>
      </section>
    </>
  )
}

/** After a press. */
export function SavedWords({ saved, name, plan }: { saved: string | undefined; name: string; plan: string }) {
  if (saved === 'name') return <Status>{name === '' ? 'Your name is taken back.' : 'Your name is saved.'}</Status>
  if (saved === 'plan') return <Status>{plan === '' ? 'Your plan is taken back.' : 'Your plan is saved.'}</Status>
  return null
}
