/** From how much is used to what it costs: pure. */
import { priceOf, prices, type Unit } from './prices.ts'

export type Usage = Readonly<Partial<Record<Unit, number>>>

export interface Part {
  readonly name: string
  readonly usage: Usage
}

export interface PricedPart {
  readonly name: string
  readonly usd: number
}

export function pricedPart({ name, usage }: Part): PricedPart {
  return { name, usd: costOf(usage) }
}

export function costOf(usage: Usage): number {
  return entriesOf(usage).reduce((sum, [unit, count]) => sum + priceOf(unit, count), 0)
}

/** Answers: what do AWS's free allowances take off these parts together? As if nothing else in the account used them. */
export function allowanceFor(parts: readonly Part[]): number {
  const used = new Map<Unit, number>()
  for (const { usage } of parts) {
    for (const [unit, count] of entriesOf(usage)) used.set(unit, (used.get(unit) ?? 0) + count)
  }
  return [...used].reduce((sum, [unit, count]) => sum + priceOf(unit, Math.min(count, prices[unit].free ?? 0)), 0)
}

export const totalOf = (parts: readonly Part[]): number => parts.reduce((sum, { usage }) => sum + costOf(usage), 0)

const entriesOf = (usage: Usage) => Object.entries(usage) as [Unit, number][]
