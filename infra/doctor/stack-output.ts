import type { DoctorPorts } from './ports.ts'

/** The stack does not tell what a check has to know. */
export class MissingOutput extends Error {
  override readonly name = 'MissingOutput'

  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message)
  }
}

/** Answers: what does the deployed stack tell under this name? Throws when there is none to ask. */
export async function stackOutput(stack: DoctorPorts['stack'], name: string): Promise<string> {
  const deployed = await stack()
  if (deployed === undefined) throw new MissingOutput('there is no stack to look at', 'Deploy first: npm run deploy.')
  const value = deployed.outputs[name]
  if (value !== undefined) return value
  throw new MissingOutput(
    `the stack does not tell its ${name}: it is older or half made`,
    'Deploy again: npm run deploy.',
  )
}
