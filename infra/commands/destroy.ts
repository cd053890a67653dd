/** `npm run destroy`: takes the stack away; learners and keys are kept. */
import { isCancel, text } from '@clack/prompts'
import { chosenSettingsFile, readSettingsFile } from '../settings.ts'
import { openAccount } from './aws-account.ts'
import { cdkCli } from './cdk-cli.ts'
import { runCommand } from './problem.ts'
import { runDestroy } from './run-destroy.ts'

await runCommand(async () => {
  const settings = readSettingsFile(chosenSettingsFile())
  await runDestroy({
    settings,
    account: openAccount(settings.region),
    cdk: cdkCli(process.argv.slice(2)),
    async confirm(word) {
      const answer = await text({ message: `Type ${word} to go on, anything else to leave it as it is.` })
      return !isCancel(answer) && answer === word
    },
    print: console.log,
  })
})
