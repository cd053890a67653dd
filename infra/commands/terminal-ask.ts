import { cancel, select, text } from '@clack/prompts'
import { CommandProblem } from './problem.ts'
import type { Ask } from './questions.ts'

/** Asks at the terminal. Ctrl-C ends the command and writes nothing. */
export const terminalAsk: Ask = {
  async text({ message, placeholder, initial, refuse }) {
    const answer = await text({
      message,
      ...(placeholder && { placeholder }),
      ...(initial && { initialValue: initial }),
      validate: (value) => refuse((value ?? '').trim()),
    })
    return kept(answer).trim()
  },

  async choose(message, choices) {
    const options = Object.entries<string>(choices).map(([value, label]) => ({ value, label }))
    return kept(await select({ message, options })) as keyof typeof choices
  },
}

function kept(answer: string | symbol): string {
  if (typeof answer === 'string') return answer
  cancel('Stopped.')
  throw new CommandProblem('Nothing was written.')
}
