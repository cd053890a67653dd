/** Pure: from what to write and under which conditions to the parameters of one UpdateItem. */
import type { AttributeValue, UpdateItemCommandInput } from '@aws-sdk/client-dynamodb'

export interface Update {
  readonly set?: Readonly<Record<string, AttributeValue>>
  readonly remove?: readonly string[]
  /** Numbers are counted up (or down), sets are joined. */
  readonly add?: Readonly<Record<string, AttributeValue>>
  /** Written only where it does not exist yet. */
  readonly setOnce?: Readonly<Record<string, AttributeValue>>
  /** Conditions, all of which must hold, in DynamoDB's language over `#name` and `:value`. */
  readonly when: readonly string[]
  readonly names?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, AttributeValue>>
}

type Parameters = Pick<
  UpdateItemCommandInput,
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>

/** Answers: how does DynamoDB want to hear it? Every attribute goes through a placeholder, so no name is reserved. */
export function updateExpression(update: Update): Parameters {
  const names: Record<string, string> = { ...update.names }
  const values: Record<string, AttributeValue> = {}
  for (const [name, value] of Object.entries(update.values ?? {})) values[`:${name}`] = value
  let namesPlaced = 0
  let valuesPlaced = 0
  const place = (attribute: string) => {
    const placeholder = `#w${namesPlaced++}`
    names[placeholder] = attribute
    return placeholder
  }
  const placeValue = (value: AttributeValue) => {
    const placeholder = `:w${valuesPlaced++}`
    values[placeholder] = value
    return placeholder
  }
  const set = [
    ...Object.entries(update.set ?? {}).map(([name, value]) => `${place(name)} = ${placeValue(value)}`),
    ...Object.entries(update.setOnce ?? {}).map(([name, value]) => {
      const attribute = place(name)
      return `${attribute} = if_not_exists(${attribute}, ${placeValue(value)})`
    }),
  ]
  const remove = (update.remove ?? []).map(place)
  const add = Object.entries(update.add ?? {}).map(([name, value]) => `${place(name)} ${placeValue(value)}`)
  const clauses = [clause('SET', set), clause('REMOVE', remove), clause('ADD', add)].filter((part) => part !== '')
  return {
    UpdateExpression: clauses.join(' '),
    ...(update.when.length === 0 ? {} : { ConditionExpression: update.when.map((c) => `(${c})`).join(' AND ') }),
    ...(Object.keys(names).length === 0 ? {} : { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
  }
}

function clause(word: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `${word} ${parts.join(', ')}`
}
