/** Signing up, as the page and the interface for other sites do it: the same rules, brakes, floor and answer. */
import type { Context } from 'hono'
import type { LinkSubject } from '../journey/ports.ts'
import { newLearnerId } from '../runtime/identifiers.ts'
import { addresses } from './addresses.ts'
import { withAnswerFloor } from './answer-floor.ts'
import { problemFrom } from './failures.ts'
import { wishQuery } from './forms/first-dates.ts'
import { type Problem, parseForm } from './forms/parse-form.ts'
import { type Fields, textOf } from './forms/read-form.ts'
import { honeypotField, signUpForm, signUpOf, signUpValues } from './forms/sign-up.ts'
import type { SiteDeps } from './ports.ts'
import { sourceOf } from './source.ts'

/** `next` is the page that says what to do now: alike for known addresses, unknown ones and programs. */
export type Taken =
  | { readonly ok: true; readonly next: string }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Throws a `Failure` that no control can mend. */
export async function takeSignUp(c: Context, deps: SiteDeps, fields: Fields): Promise<Taken> {
  const isProgram = textOf(fields, honeypotField) !== ''
  const parsed = parseForm(signUpForm, signUpValues(fields))
  if (!parsed.ok && !isProgram) return parsed
  const form = parsed.ok ? signUpOf(parsed.value) : undefined
  try {
    const subject = await withAnswerFloor(deps.settings.answerFloorMs, async () =>
      form === undefined || isProgram
        ? nobody(deps)
        : deps.journey.signUp(form, { source: sourceOf(c), now: deps.clock() }),
    )
    const token = deps.links.sign('again', subject, deps.clock())
    return { ok: true, next: addresses.checkInbox(token, form === undefined ? {} : wishQuery(form)) }
  } catch (cause) {
    const problem = problemFrom(cause)
    if (problem === undefined) throw cause
    return { ok: false, problems: [problem] }
  }
}

/** A program that filled the hidden field gets the answer that people get, about nobody. */
function nobody({ catalog }: SiteDeps): LinkSubject {
  return { learner: newLearnerId(), path: catalog.compiled.path.id }
}
