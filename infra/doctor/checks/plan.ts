import { attention, type Check, notKnown, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'

export function createPlanCheck({ ses, region }: Pick<DoctorPorts, 'ses'> & { region: string }): Check {
  return {
    name: 'plan',
    async look() {
      const { plan } = await ses.account()
      if (plan === 'NONE') return ok('à la carte, the cheapest for mail alone')
      if (plan === undefined) {
        return notKnown(
          'SES does not tell which pricing plan this account is on',
          `Look in the SES console, ${region}, "Pricing plan": nothing here needs a plan, à la carte is the cheapest.`,
        )
      }
      return attention(
        `${plan}: every mail costs more than à la carte, and nothing here needs it (npm run cost shows both)`,
        `aws sesv2 put-account-pricing-attributes --plan NONE --region ${region}`,
      )
    },
  }
}
