/** What the CDK CLI runs: the settings, the one stack, and the rules that both are held to. */
import { App } from 'aws-cdk-lib'
import { createApp } from './create-app.ts'
import { accountOfShell, chosenSettingsFile, readSettingsFile, SettingsProblem } from './settings.ts'

try {
  createApp(new App(), { settings: readSettingsFile(chosenSettingsFile()), account: accountOfShell() })
} catch (error) {
  if (!(error instanceof SettingsProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}
