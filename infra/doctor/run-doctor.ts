/** Looks at everything and never throws: a check that cannot look says so. */
import { type Check, type Finding, notKnown } from './check.ts'
import { findingOf } from './unanswered.ts'

export interface Examined {
  readonly name: string
  readonly finding: Finding
}

export interface Patience {
  readonly seconds: number
  readonly wait: (milliseconds: number) => Promise<void>
}

/** Said in one line each: what to do stands beside the credentials. */
const unsigned: Finding = { verdict: 'not known', says: 'not asked: the credentials come first' }

/** Answers: what the checks have found, in their order. `first` is asked first: without credentials AWS tells nothing. */
export async function runDoctor(
  first: Check,
  others: readonly Check[],
  patience: Patience,
): Promise<readonly Examined[]> {
  const credentials = await examine(first, patience)
  const isSignedIn = credentials.verdict === 'ok'
  const findings = await Promise.all(
    others.map((check) => (isSignedIn || check.needsCredentials === false ? examine(check, patience) : unsigned)),
  )
  return [
    { name: first.name, finding: credentials },
    ...others.map(({ name }, index) => ({ name, finding: findings[index] ?? unsigned })),
  ]
}

async function examine(check: Check, { seconds, wait }: Patience): Promise<Finding> {
  const tooLate = async () => {
    await wait(seconds * 1_000)
    return notKnown(`no answer within ${seconds} seconds`, 'Look at the network, then try again.')
  }
  try {
    return await Promise.race([check.look(), tooLate()])
  } catch (error) {
    return findingOf(error)
  }
}
