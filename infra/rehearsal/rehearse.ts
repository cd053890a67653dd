/** `npm run rehearse`: the template of the operator's settings, or of the example's, run on this machine. */
import { runCommand } from '../commands/problem.ts'
import { chosenSettingsFile, readSettingsFile } from '../settings.ts'
import { findingsOf } from './findings.ts'
import { rehearse } from './rehearsal.ts'
import { reportOf } from './report.ts'

await runCommand(async () => {
  const file = chosenSettingsFile()
  const settings = readSettingsFile(file)
  console.log(`Rehearsal of the template for ${settings.region}, by ${file}\n`)
  const rehearsed = await rehearse(settings, console.log)
  for (const line of ['', ...reportOf(rehearsed)]) console.log(line)
  const findings = findingsOf(rehearsed)
  if (findings.length === 0) return console.log('\nNothing speaks against this template.')
  console.error(`\nThis template must not be deployed:\n${findings.map((finding) => `  ${finding}`).join('\n')}`)
  process.exitCode = 1
})
