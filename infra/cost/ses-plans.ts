/** What SES charges for mail itself: aws.amazon.com/ses/pricing, as quoted by four third parties from 2026-07-21 to 2026-09-21. */

const thousand = 1_000
const million = 1_000_000

interface Tier {
  /** Mails of the month up to here. */
  readonly upTo: number
  readonly usdPerThousand: number
}

export const sesPlans = {
  'à la carte': [{ upTo: Number.POSITIVE_INFINITY, usdPerThousand: 0.1 }],
  Essentials: [
    { upTo: 10 * million, usdPerThousand: 0.16 },
    { upTo: 100 * million, usdPerThousand: 0.14 },
    { upTo: Number.POSITIVE_INFINITY, usdPerThousand: 0.11 },
  ],
} as const satisfies Readonly<Record<string, readonly Tier[]>>

export type SesPlan = keyof typeof sesPlans

/** Answers: what does SES take for so many mails in a month? Each tier's price counts for its own mails only. */
export function sesPrice(plan: SesPlan, mails: number): number {
  let below = 0
  let usd = 0
  for (const { upTo, usdPerThousand } of sesPlans[plan]) {
    usd += (Math.max(0, Math.min(mails, upTo) - below) / thousand) * usdPerThousand
    below = upTo
  }
  return usd
}
