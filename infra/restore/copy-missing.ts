/** Brings back what the table has lost, from a copy of an earlier moment, and nobody who was erased since. Pure but for its ports. */
import { type Item, readText, requiredText } from '../../functions/aws/attributes.ts'
import { type ItemKey, learnerKey } from '../../functions/aws/keys.ts'

export interface CopyParts {
  /** Every item of the earlier moment, each time it is asked. */
  readonly earlier: () => AsyncIterable<Item>
  /** What the table holds now under this key. */
  readonly present: (key: ItemKey) => Promise<Item | undefined>
  /** False when the table has an item with this key: what is there now is newer and stays. */
  readonly putNew: (item: Item) => Promise<boolean>
}

export interface Copied {
  readonly copied: number
  readonly kept: number
  /** Items of people who were erased, or whose address bounced or complained, since that moment. */
  readonly leftOut: number
}

/** Of what is kept, only these belong to people; brakes and settings are of the moment. */
const worthKeeping = /^(ADDRESS|LEARNER)#/

export async function copyMissing({ earlier, present, putNew }: CopyParts): Promise<Copied> {
  const gone = await partitionsOfGone({ earlier, present })
  let [copied, kept, leftOut] = [0, 0, 0]
  for await (const item of earlier()) {
    const pk = requiredText(item, 'pk')
    if (!worthKeeping.test(pk)) continue
    if (gone.has(pk)) leftOut++
    else if (await putNew(item)) copied++
    else kept++
  }
  return { copied, kept, leftOut }
}

/** The address items of now outlive erasure and say so; one that names another learner was erased and came back as new. */
async function partitionsOfGone({ earlier, present }: Omit<CopyParts, 'putNew'>): Promise<ReadonlySet<string>> {
  const gone = new Set<string>()
  for await (const item of earlier()) {
    const key = { pk: requiredText(item, 'pk'), sk: requiredText(item, 'sk') }
    if (!key.pk.startsWith('ADDRESS#')) continue
    const now = await present(key)
    if (now === undefined) continue
    const isSame = ['learner', 'suppressed'].every((name) => readText(now[name]) === readText(item[name]))
    if (!isSame) gone.add(learnerKey(requiredText(item, 'learner')).pk)
  }
  return gone
}
