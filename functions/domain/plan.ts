/** The learner's own if-then plan: "When it is Tuesday 19:00 at my desk, I open the lesson." */
import { Failure } from './errors.ts'

const planMax = 200

/** Answers: the plan on one line; undefined for none. Throws for one that is too long. */
export function readPlan(typed: string): string | undefined {
  const plan = typed.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  if (plan.length <= planMax) return plan === '' ? undefined : plan
  throw new Failure(
    'plan-too-long',
    `The plan has ${plan.length} characters, and ${planMax} are kept.`,
    'One sentence with a day, an hour and a place is enough.',
    'plan',
  )
}
