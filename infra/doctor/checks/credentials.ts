import { broken, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'

export function createCredentialsCheck({ account, region }: Pick<DoctorPorts, 'account'> & { region: string }): Check {
  return {
    name: 'credentials',
    async look() {
      const accountId = await account.accountId()
      if (accountId !== undefined) return ok(`account ${accountId}, Region ${region} of your settings`)
      return broken(
        'there are none in this shell that AWS accepts',
        'Sign in ("aws sso login", or "aws configure") or name a profile (AWS_PROFILE=…).',
      )
    },
  }
}
