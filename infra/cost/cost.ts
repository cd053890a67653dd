/** `npm run cost`: what a month costs, part by part, for both of SES's plans. Asks nobody: it only reckons. */
import { runCommand } from '../commands/problem.ts'
import { readOptions, usage } from './options.ts'
import { reportOf } from './report.ts'

await runCommand(async () => {
  const operation = readOptions(process.argv.slice(2))
  console.log(operation === 'help' ? usage : reportOf(operation))
})
