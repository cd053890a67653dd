/** `/sign-up`: the form by itself, and what becomes of it. */
import { type Context, Hono } from 'hono'
import type { LinkSubject } from '../../journey/ports.ts'
import { newLearnerId } from '../../runtime/identifiers.ts'
import { addresses } from '../addresses.ts'
import { withAnswerFloor } from '../answer-floor.ts'
import { problemFrom } from '../failures.ts'
import { type Problem, parseForm } from '../forms/parse-form.ts'
import { readForm, textOf } from '../forms/read-form.ts'
import { freshSignUp, honeypotField, type SignUpValues, signUpForm, signUpValues } from '../forms/sign-up.ts'
import { page } from '../layout/page.tsx'
import { SignUpForm } from '../parts/sign-up-form.tsx'
import { SmallPrint } from '../parts/small-print.tsx'
import { Tape } from '../parts/tape.tsx'
import type { SignUp, SiteDeps } from '../ports.ts'
import { sourceOf } from '../source.ts'

export function signUp(deps: SiteDeps): Hono {
  return new Hono()
    .get('/sign-up', (c) => formPage(c, deps, freshSignUp))
    .post('/sign-up', async (c) => {
      const fields = await readForm(c)
      const isProgram = textOf(fields, honeypotField) !== ''
      const values = signUpValues(fields)
      const parsed = parseForm(signUpForm, values)
      if (!parsed.ok && !isProgram) return formPage(c, deps, values, parsed.problems)
      try {
        const subject = await withAnswerFloor(deps.settings.answerFloorMs, async () =>
          parsed.ok && !isProgram
            ? deps.journey.signUp(signUpOf(parsed.value), { source: sourceOf(c), now: deps.clock() })
            : nobody(deps),
        )
        return c.redirect(addresses.checkInbox(deps.links.sign('again', subject, deps.clock())), 303)
      } catch (cause) {
        const problem = problemFrom(cause)
        if (problem === undefined) throw cause
        return formPage(c, deps, values, [problem])
      }
    })
}

function signUpOf({ name, address, days, time, zone, consent }: ParsedSignUp): SignUp {
  return { address, ...(name === undefined ? {} : { name }), pace: { days, time, zone }, consentVersion: consent }
}

type ParsedSignUp = Extract<ReturnType<typeof parseForm<typeof signUpForm>>, { ok: true }>['value']

/** A program that filled the hidden field gets the answer that people get, about nobody. */
function nobody({ catalog }: SiteDeps): LinkSubject {
  return { learner: newLearnerId(), path: catalog.compiled.path.id }
}

function formPage(c: Context, deps: SiteDeps, values: SignUpValues, problems: readonly Problem[] = []) {
  const isWrong = problems.length > 0
  return page(
    c,
    deps,
    { title: isWrong ? 'Not sent yet: sign up' : 'Sign up', status: isWrong ? 422 : 200 },
    <>
      <Tape label="In" words="sign up" />
      <h1>Sign up for {deps.catalog.compiled.path.title}</h1>
      <SignUpForm values={values} problems={problems} />
      <SmallPrint settings={deps.settings} />
    </>,
  )
}
