/** DynamoDB's attribute values, written and read without a mapper: the items are few and small. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Instant } from '../domain/instant.ts'

export type Item = Record<string, AttributeValue>

export const text = (value: string): AttributeValue => ({ S: value })
export const count = (value: number): AttributeValue => ({ N: String(value) })
export const texts = (values: Iterable<string>): AttributeValue => ({ SS: [...values] })
/** ISO 8601 in UTC, always with milliseconds, so that text order is time order. */
export const instant = (at: Instant): AttributeValue => text(new Date(at).toISOString())

export const readText = (value: AttributeValue | undefined): string | undefined => value?.S
export const readCount = (value: AttributeValue | undefined): number => Number(value?.N ?? 0)
/** Also an instant in 8 bytes rather than 24, for items that have to stay small. */
export const readNumber = (value: AttributeValue | undefined): number | undefined =>
  value?.N === undefined ? undefined : Number(value.N)
export const readTexts = (value: AttributeValue | undefined): ReadonlySet<string> => new Set(value?.SS)
export const readInstant = (value: AttributeValue | undefined): Instant | undefined =>
  value?.S === undefined ? undefined : Date.parse(value.S)

/** The text of an attribute that every such item has; throws when the item is not ours. */
export function requiredText(item: Item, name: string): string {
  const value = readText(item[name])
  if (value === undefined) throw new TypeError(`An item has no "${name}": ${item['sk']?.S ?? 'unknown kind'}`)
  return value
}
