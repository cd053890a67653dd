import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Item } from '../../functions/aws/attributes.ts'

const collectionOverhead = 3
const elementOverhead = 1

/**
 * Answers: how many bytes is this item, as DynamoDB counts capacity? By the rules of
 * docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html: attribute names and strings
 * in UTF-8, a number one byte for two digits and one more, a map or list 3 bytes and 1 for each element. For sets the
 * page names no overhead; they are counted like lists here, to be safe.
 */
export function itemSize(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value), 0)
}

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S)
  if (value.N !== undefined) return Math.ceil(value.N.replace('-', '').length / 2) + 1
  if (value.SS !== undefined) {
    return value.SS.reduce((sum, text) => sum + Buffer.byteLength(text) + elementOverhead, collectionOverhead)
  }
  if (value.M !== undefined) {
    return itemSize(value.M) + collectionOverhead + Object.keys(value.M).length * elementOverhead
  }
  throw new TypeError(`No rule for the size of ${JSON.stringify(value)}`)
}
