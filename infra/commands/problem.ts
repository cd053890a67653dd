/** What stops a command, in words that an operator can act on. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem'
}

/** Runs a command to its end. A problem that was foreseen is told without a stack trace; nothing else is hidden. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof Error) || !['CommandProblem', 'SettingsProblem'].includes(error.name)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
