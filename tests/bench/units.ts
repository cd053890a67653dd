/**
 * What a request costs on demand, by DynamoDB's rules. Sources, all in docs.aws.amazon.com/amazondynamodb/latest/developerguide:
 * read-write-operations (rounding, missing items, failed conditions), GSI (index writes), CapacityUnitCalculations (sizes).
 */
import type { Item } from '../../functions/aws/attributes.ts'
import { itemSize } from '../aws/item-size.ts'

const writeBlock = 1_024
const readBlock = 4_096
/** What the index `due` holds of an item: its own keys and the table's. */
const indexKeys = ['dueShard', 'dueAt'] as const
const projected = ['pk', 'sk', ...indexKeys] as const

/** Answers: write units for so many bytes, at least one: also for an item that is not there. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / writeBlock))

/** Answers: read units for so many bytes read in one go, at least one block: also when nothing was found. */
export function readUnits(bytes: number, consistency: 'strong' | 'eventual'): number {
  return Math.max(1, Math.ceil(bytes / readBlock)) * (consistency === 'strong' ? 1 : 0.5)
}

/** Answers: what did a get, or a query as one read of all it looked at, cost? */
export function readCost(items: readonly Item[], consistency: 'strong' | 'eventual'): number {
  return readUnits(
    items.reduce((sum, item) => sum + itemSize(item), 0),
    consistency,
  )
}

/**
 * Answers: what did a write cost that found this item and left that one? The larger of the two counts, then the index.
 * A failed condition leaves what it found, and is charged for it.
 */
export function writeCost(before: Item | undefined, after: Item | undefined): number {
  const size = Math.max(before ? itemSize(before) : 0, after ? itemSize(after) : 0)
  return writeUnits(size) + indexWriteUnits(before, after)
}

/** Answers: what did the due index cost? A key that moves is one delete and one put; a key that stays costs nothing. */
export function indexWriteUnits(before: Item | undefined, after: Item | undefined): number {
  const [left, entered] = [indexEntry(before), indexEntry(after)]
  if (left && entered && indexKeys.every((name) => left[name]?.S === entered[name]?.S)) return 0
  return [left, entered].reduce((sum, entry) => sum + (entry ? writeUnits(itemSize(entry)) : 0), 0)
}

/** Sparse: an item without both keys has no entry. */
function indexEntry(item: Item | undefined): Item | undefined {
  if (item === undefined || indexKeys.some((name) => item[name] === undefined)) return undefined
  return Object.fromEntries(projected.flatMap((name) => (item[name] ? [[name, item[name]]] : [])))
}
