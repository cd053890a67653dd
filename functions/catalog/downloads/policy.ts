/** The words that stand on every download that looks like a contract or touches money. */
export const policy =
  'This explains how things commonly work. It is not legal, tax or financial advice. Rules, rates and customs vary by country and change. Facts here were checked on the date shown. Before you sign, register or pay, check the current source for your country or ask someone qualified there.'

/** Answers: `25 November 2026` for `2026-11-25`. */
export function longDate(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
}
