/** `npm run deploy`: puts this checkout, with its course and your settings, into your account. */
import { existsSync } from 'node:fs'
import { chosenSettingsFile, exampleSettingsFile, readSettingsFile } from '../settings.ts'
import { openAccount } from './aws-account.ts'
import { cdkCli } from './cdk-cli.ts'
import { CommandProblem, runCommand } from './problem.ts'
import { runDeploy } from './run-deploy.ts'

await runCommand(async () => {
  const file = chosenSettingsFile()
  if (file === exampleSettingsFile || !existsSync(file)) {
    throw new CommandProblem('There are no settings yet. "npm run setup" asks for them and writes infra/settings.json.')
  }
  const settings = readSettingsFile(file)
  await runDeploy({
    settings,
    account: openAccount(settings.region),
    cdk: cdkCli(process.argv.slice(2)),
    print: console.log,
  })
})
