/** The conditions of a statement against what is known of a call. */
import type { Conditions } from './rule.ts'
import { matches, matchesArn } from './wildcard.ts'

type Test = (wanted: string, found: string) => boolean

const equals: Test = (wanted, found) => wanted === found
const equalsIgnoringCase: Test = (wanted, found) => wanted.toLowerCase() === found.toLowerCase()

const operators: Readonly<Record<string, Test>> = {
  StringEquals: equals,
  StringEqualsIgnoreCase: equalsIgnoringCase,
  StringLike: matches,
  Bool: equalsIgnoringCase,
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
}
/** These hold where none of the values fits, also where the call says nothing of the key. */
const negated: Readonly<Record<string, Test>> = {
  StringNotEquals: equals,
  StringNotLike: matches,
  ArnNotEquals: matchesArn,
  ArnNotLike: matchesArn,
}

/** Answers: do all of these hold? Keys of `context` are in lower case: IAM does not tell them apart. */
export function hold(conditions: Conditions, context: Readonly<Record<string, string>>): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => holdsOne(operator, values, context[key])),
  )
}

function holdsOne(operator: string, values: readonly string[], found: string | undefined): boolean {
  const not = negated[operator]
  if (not) return found === undefined || !values.some((wanted) => not(wanted, found))
  const test = operators[operator]
  if (test) return found !== undefined && values.some((wanted) => test(wanted, found))
  throw new TypeError(
    `The rehearsal does not know the condition ${operator}. Teach it in infra/rehearsal/conditions.ts.`,
  )
}
