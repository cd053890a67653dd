import { type Finding, notKnown } from './check.ts'
import { MissingOutput } from './stack-output.ts'

const denied = /AccessDenied|NotAuthorized|AuthorizationError|UnauthorizedOperation/
const throttled = /Throttl|TooManyRequests|LimitExceeded/

/** Somebody whom the doctor asked gave no answer. */
class Unanswered extends Error {
  override readonly name = 'Unanswered'

  /** `asked`: the permission, as IAM writes it, or the look-up. */
  constructor(
    readonly asked: string,
    override readonly cause: unknown,
  ) {
    super(`${asked}: ${reasonOf(cause)}`)
  }
}

/** Answers: what a check has found that could not look. Never throws. */
export function findingOf(error: unknown): Finding {
  if (error instanceof MissingOutput) return notKnown(error.message, error.remedy)
  if (!(error instanceof Unanswered)) {
    // The other commands' words hold the remedy already.
    const isForeseen = error instanceof Error && error.name === 'CommandProblem'
    return notKnown(
      reasonOf(error),
      isForeseen ? 'Then run the doctor again.' : 'This is a fault of the doctor: please report it.',
    )
  }
  const { asked, cause } = error
  const name = cause instanceof Error ? cause.name : ''
  if (denied.test(name)) {
    return notKnown(
      `your credentials may not ask it (${asked})`,
      `Use credentials that may, or have ${asked} allowed for yours.`,
    )
  }
  if (throttled.test(name)) return notKnown(`AWS is asked too often (${asked})`, 'Wait a minute, then try again.')
  return notKnown(`no answer to ${asked} (${reasonOf(cause)})`, 'Look at the network and the Region, then try again.')
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.name === 'Error' || error.name === 'CommandProblem' ? error.message : `${error.name}: ${error.message}`
}

/** Asks, and names what was asked when there is no answer. */
export async function asked<T>(what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw new Unanswered(what, error)
  }
}
