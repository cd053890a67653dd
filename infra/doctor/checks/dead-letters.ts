import { broken, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'
import { stackOutput } from '../stack-output.ts'

export function createDeadLettersCheck({ sqs, stack }: Pick<DoctorPorts, 'sqs' | 'stack'>): Check {
  return {
    name: 'dead letters',
    async look() {
      const count = await sqs.messages(await stackOutput(stack, 'FeedbackDeadLetters'))
      if (count === 0) return ok('none')
      return broken(
        `${count} events of SES could not be worked; until they are, no mail of unknown outcome is sent again`,
        'infra/RUNBOOK.md, Talkback/FeedbackDeadLetters',
      )
    },
  }
}
