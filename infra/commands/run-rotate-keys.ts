/** Adds a key that will sign links. Published now, signing later: every function reads it before the first such link. */
import { type Instant, minuteMs } from '../../functions/domain/instant.ts'
import { newestSignsFrom, withKeyAdded } from '../../functions/runtime/key-document.ts'
import { keysMaxAgeMinutes } from '../../functions/runtime/key-ring.ts'
import { accountIdOf } from './account-id.ts'
import type { Account, Print } from './ports.ts'
import { CommandProblem } from './problem.ts'

/** Twice the age at which every function has read the keys again. */
const leadMinutes = 2 * keysMaxAgeMinutes

export interface RotateKeysParts {
  readonly account: Account
  readonly newSecret: () => string
  readonly now: Instant
  readonly print: Print
}

export async function runRotateKeys({ account, newSecret, now, print }: RotateKeysParts): Promise<void> {
  await accountIdOf(account)
  const arn = (await account.stack())?.outputs['LinkKeysSecret']
  if (arn === undefined) throw new CommandProblem('There is no stack whose keys could be rotated. Deploy first.')
  const document = await account.readSecret(arn)
  const pending = signsFromOf(document)
  if (pending > now) {
    throw new CommandProblem(
      `A new key was added already and signs from ${new Date(pending).toISOString()}. Rotate again after that.`,
    )
  }
  const signsFrom = now + leadMinutes * minuteMs
  const added = withKeyAdded(document, newSecret(), signsFrom)
  await account.writeSecret(arn, added.document)
  print(
    `Key ${added.id} is added. It signs from ${new Date(signsFrom).toISOString()}; until then every function reads it. Links of earlier keys go on working.`,
  )
}

function signsFromOf(document: string): Instant {
  try {
    return newestSignsFrom(document)
  } catch (error) {
    throw new CommandProblem(error instanceof Error ? error.message : String(error))
  }
}
