/** `npm run setup`: asks a few questions and writes infra/settings.json. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { settingsFile } from '../settings.ts'
import { CommandProblem, runCommand } from './problem.ts'
import type { Answers } from './questions.ts'
import { runSetup } from './run-setup.ts'
import { terminalAsk } from './terminal-ask.ts'

await runCommand(async () => {
  if (!process.stdin.isTTY) {
    throw new CommandProblem(
      'setup asks questions and nobody can answer here. Copy infra/settings.example.json to infra/settings.json and edit it.',
    )
  }
  await runSetup({
    ask: terminalAsk,
    before: knownAnswers(),
    write: (settings) => writeFileSync(settingsFile, `${JSON.stringify(settings, null, 2)}\n`),
    print: console.log,
  })
})

function knownAnswers(): Answers {
  if (!existsSync(settingsFile)) return {}
  try {
    return JSON.parse(readFileSync(settingsFile, 'utf8')) as Answers
  } catch {
    throw new CommandProblem(`${settingsFile} is not JSON. Put it right, or delete it to start anew.`)
  }
}
