import type { RetentionDays } from 'aws-cdk-lib/aws-logs'

/** CloudWatch keeps logs for one of these numbers of days. */
export const logDaysChoices = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365] as const

/** CDK's enumeration is the number of days itself. */
export function retentionOf(days: (typeof logDaysChoices)[number]): RetentionDays {
  return days satisfies RetentionDays
}
