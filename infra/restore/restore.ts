/** `npm run restore`: brings back what the table has lost, from a table that DynamoDB restored to an earlier moment. */
import { parseArgs } from 'node:util'
import { openAccount } from '../commands/aws-account.ts'
import { runCommand } from '../commands/problem.ts'
import { chosenSettingsFile, readSettingsFile } from '../settings.ts'
import { clientIn, openTables } from './open-tables.ts'
import { runRestore } from './run-restore.ts'

await runCommand(async () => {
  const { values } = parseArgs({ strict: false, options: { from: { type: 'string' } } })
  const { region } = readSettingsFile(chosenSettingsFile())
  await runRestore({
    account: openAccount(region),
    from: typeof values.from === 'string' ? values.from : undefined,
    open: (from, into) => openTables(clientIn(region), from, into),
    print: console.log,
  })
})
