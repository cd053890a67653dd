/** `npm run rotate-keys`: a new key for links; the old ones stay, because their links are in mails. */
import { randomBytes } from 'node:crypto'
import { clock } from '../../functions/runtime/clock.ts'
import { chosenSettingsFile, readSettingsFile } from '../settings.ts'
import { openAccount } from './aws-account.ts'
import { runCommand } from './problem.ts'
import { runRotateKeys } from './run-rotate-keys.ts'

const secretBytes = 32

await runCommand(async () => {
  const { region } = readSettingsFile(chosenSettingsFile())
  await runRotateKeys({
    account: openAccount(region),
    newSecret: () => randomBytes(secretBytes).toString('base64url'),
    now: clock(),
    print: console.log,
  })
})
