/** Asks what the stack must know and answers with settings that can be deployed, or says what does not fit together. */
import { checkSettings } from '../settings.ts'
import type { Print } from './ports.ts'
import { CommandProblem } from './problem.ts'
import { type Answers, type Ask, askPeople, askSender, askSize, askWebsite, askWhere } from './questions.ts'

export interface SetupParts {
  readonly ask: Ask
  /** The settings as they are, to begin from. */
  readonly before: Answers
  readonly write: (settings: Answers) => void
  readonly print: Print
}

/** Settings that setup does not ask for stay as an operator wrote them. */
const unasked = ['embedOrigins', 'unknownPolicy', 'logDays', 'reservedConcurrency', 'warmThroughput']

export async function runSetup({ ask, before, write, print }: SetupParts): Promise<void> {
  const { purpose, ...where } = await askWhere(ask, before)
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => unasked.includes(name)))
  const settings = {
    ...where,
    ...(await askSender(ask, purpose, before)),
    ...(await askPeople(ask, before)),
    ...(await askWebsite(ask)),
    ...(await askSize(ask, purpose, before)),
    ...kept,
  }
  const checked = checkSettings(settings)
  if (!checked.ok) {
    const lines = checked.findings.map((finding) => `  ${finding.field}: ${finding.says}`)
    throw new CommandProblem(`These answers do not fit together, so nothing was written:\n${lines.join('\n')}`)
  }
  write(settings)
  print('Written: infra/settings.json. Next: npm run synth to look, npm run deploy to put it into your account.')
}
