import { attention, type Check, ok } from '../check.ts'
import type { DoctorPorts } from '../ports.ts'

export interface QuotaParts extends Pick<DoctorPorts, 'ses'> {
  readonly learners: number
  readonly mailsPerSecond: number
}

const unlimited = -1
const nearlyUsed = 0.9
const where = 'Service Quotas, "Amazon Simple Email Service"'

/** On the busiest day everybody gets a lesson. */
export function createQuotaCheck({ ses, learners, mailsPerSecond }: QuotaParts): Check {
  return {
    name: 'quota',
    async look() {
      const account = await ses.account()
      const { mailsADay, sentInDay } = account
      const isLimited = mailsADay !== unlimited
      if (isLimited && mailsADay < learners) {
        return attention(
          `${mailsADay} mails a day, and you expect ${learners} learners: on a day when all have a lesson some wait`,
          `Ask for ${learners} a day in ${where}, "Sending quota".`,
        )
      }
      if (account.mailsPerSecond < mailsPerSecond) {
        return attention(
          `${account.mailsPerSecond} mails a second, and your settings say ${mailsPerSecond}: lessons go out at SES's rate`,
          `Ask for more in ${where}, "Sending rate", or write the true number with npm run setup.`,
        )
      }
      if (isLimited && sentInDay >= nearlyUsed * mailsADay) {
        return attention(
          `${sentInDay} of ${mailsADay} mails of these 24 hours are used`,
          `What does not fit goes out later. If it stays so, ask for more in ${where}.`,
        )
      }
      const daily = isLimited ? `${mailsADay} mails a day` : 'no daily limit'
      return ok(`${daily}, ${account.mailsPerSecond} a second; ${learners} learners expected`)
    },
  }
}
