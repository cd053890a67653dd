import { attention, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'

export function createSandboxCheck({ ses, isTrial }: Pick<DoctorPorts, 'ses'> & { isTrial: boolean }): Check {
  return {
    name: 'sandbox',
    async look() {
      const { isSandbox } = await ses.account()
      if (!isSandbox) return ok('left: SES sends to anybody')
      if (isTrial) return ok('in the sandbox, as your settings say: only verified addresses receive')
      return attention(
        'this account is still in it: only verified addresses receive',
        'Ask AWS to let you out; npm run deploy drafts the request.',
      )
    },
  }
}
