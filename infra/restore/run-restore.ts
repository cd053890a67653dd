import { accountIdOf } from '../commands/account-id.ts'
import type { Account, Print } from '../commands/ports.ts'
import { CommandProblem } from '../commands/problem.ts'
import { type CopyParts, copyMissing } from './copy-missing.ts'

export interface RestoreTables extends CopyParts {
  readonly isSendingStopped: () => Promise<boolean>
}

export interface RestoreParts {
  readonly account: Account
  /** The table that DynamoDB has made of the earlier moment. */
  readonly from: string | undefined
  readonly open: (from: string, into: string) => RestoreTables
  readonly print: Print
}

export async function runRestore({ account, from, open, print }: RestoreParts): Promise<void> {
  if (from === undefined || from === '') {
    throw new CommandProblem('Name the table to copy from: npm run restore -- --from talkback-restored')
  }
  await accountIdOf(account)
  const into = (await account.stack())?.outputs['TableName']
  if (into === undefined) throw new CommandProblem('There is no stack to restore into. Deploy first.')
  if (from === into) throw new CommandProblem(`${from} is the table in use. Name the one that was restored.`)
  const tables = open(from, into)
  if (!(await tables.isSendingStopped())) {
    throw new CommandProblem(
      `Lessons are being sent. Stop that first, so that nobody gets one meanwhile: npm run operator -- --table ${into} stop`,
    )
  }
  const { copied, kept, leftOut } = await unlessMissing(from, () => copyMissing(tables))
  print(
    [
      `${copied} items were missing and are back.`,
      `${kept} were there and stay as they are now.`,
      `${leftOut} belong to people who were erased, or whose address bounced or complained since: not copied.`,
    ].join('\n'),
  )
}

async function unlessMissing<T>(from: string, copy: () => Promise<T>): Promise<T> {
  try {
    return await copy()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error
    throw new CommandProblem(
      `There is no table ${from}, or it is not ready. Look: aws dynamodb describe-table --table-name ${from} --query Table.TableStatus`,
    )
  }
}
