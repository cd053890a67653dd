/** `/sign-up`: the form by itself, and what becomes of it. */
import { type Context, Hono } from 'hono'
import { firstDates, type Wishes } from '../../domain/first-dates.ts'
import { newLearnerId } from '../../runtime/identifiers.ts'
import { problemFrom } from '../failures.ts'
import { beginningValues } from '../forms/beginning.ts'
import { wishesForm, wishesOf } from '../forms/first-dates.ts'
import { type Problem, parseForm } from '../forms/parse-form.ts'
import { readForm, textOf } from '../forms/read-form.ts'
import { datesButton, freshSignUp, type SignUpValues, signUpValues } from '../forms/sign-up.ts'
import { page } from '../layout/page.tsx'
import { FirstDates } from '../parts/first-dates.tsx'
import { SignUpForm } from '../parts/sign-up-form.tsx'
import { SmallPrint } from '../parts/small-print.tsx'
import { Tape } from '../parts/tape.tsx'
import type { SiteDeps } from '../ports.ts'
import { takeSignUp } from '../take-sign-up.ts'

/** How many dates are shown before somebody confirms. */
export const datesShown = 5

export function signUp(deps: SiteDeps): Hono {
  return new Hono()
    .get('/sign-up', (c) => {
      const values = { ...freshSignUp, ...beginningValues(c.req.queries()) }
      return formPage(c, deps, { values, isFresh: true })
    })
    .post('/sign-up', async (c) => {
      const fields = await readForm(c)
      const values = signUpValues(fields)
      if (textOf(fields, datesButton) !== '') return datesPage(c, deps, values)
      const taken = await takeSignUp(c, deps, fields)
      return taken.ok ? c.redirect(taken.next, 303) : formPage(c, deps, { values, problems: taken.problems })
    })
}

/** Nothing is kept: the dates come from what was typed. */
function datesPage(c: Context, deps: SiteDeps, values: SignUpValues) {
  const parsed = parseForm(wishesForm, values)
  if (!parsed.ok) return formPage(c, deps, { values, problems: parsed.problems })
  try {
    return formPage(c, deps, { values, dates: datesOf(deps, wishesOf(parsed.value)) })
  } catch (cause) {
    const problem = problemFrom(cause)
    if (problem === undefined) throw cause
    return formPage(c, deps, { values, problems: [problem] })
  }
}

function datesOf({ catalog, clock }: SiteDeps, wishes: Wishes) {
  const { path } = catalog.compiled
  const key = { learner: newLearnerId(), path: path.id }
  return { pace: wishes.pace, steps: firstDates(path, key, wishes, clock(), datesShown) }
}

interface FormPageProps {
  readonly values: SignUpValues
  readonly problems?: readonly Problem[]
  readonly dates?: ReturnType<typeof datesOf>
  readonly isFresh?: boolean
}

function formPage(c: Context, deps: SiteDeps, { values, problems = [], dates, isFresh = false }: FormPageProps) {
  const { compiled } = deps.catalog
  const isWrong = problems.length > 0
  return page(
    c,
    deps,
    { title: isWrong ? 'Not sent yet: sign up' : 'Sign up', status: isWrong ? 422 : 200 },
    <>
      <Tape label="In" words="sign up" />
      <h1>Sign up for {compiled.path.title}</h1>
      {dates ? (
        <>
          <FirstDates compiled={compiled} now={deps.clock()} {...dates} />
          <h2>Take these, or change them</h2>
        </>
      ) : null}
      <SignUpForm compiled={compiled} values={values} problems={problems} isFresh={isFresh} />
      <SmallPrint settings={deps.settings} />
    </>,
  )
}
