import { broken, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'

export interface Sender {
  /** As SES knows the sender: a domain, or an address. */
  readonly identityName: string
  readonly region: string
}

export function createSenderCheck({ ses, identityName, region }: Pick<DoctorPorts, 'ses'> & Sender): Check {
  return {
    name: 'sender',
    async look() {
      const identity = await ses.identity(identityName)
      if (identity === undefined) {
        return broken(
          `SES knows no ${identityName} in ${region}`,
          'npm run deploy makes it, unless your settings say that it exists: then make it, or run npm run setup again.',
        )
      }
      if (identity.isVerified) return ok(`${identityName} is verified`)
      return broken(
        `${identityName} is not verified, so SES refuses every mail`,
        identityName.includes('@')
          ? 'Press the link in the mail that SES has sent there.'
          : 'Put the DNS records into your zone that npm run deploy prints, then wait (minutes to a day).',
      )
    },
  }
}
