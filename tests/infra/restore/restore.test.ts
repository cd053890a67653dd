import { CreateTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Item } from '../../../functions/aws/attributes.ts'
import { tableDefinition } from '../../../functions/aws/table-definition.ts'
import type { Account } from '../../../infra/commands/ports.ts'
import { openTables } from '../../../infra/restore/open-tables.ts'
import { runRestore } from '../../../infra/restore/run-restore.ts'
import { type EmbeddedTable, startEmbeddedTable } from '../../support/embedded-table.ts'

const earlierName = 'talkback-restored'
let table: EmbeddedTable
beforeEach(async () => {
  table = await startEmbeddedTable()
  await table.client.send(new CreateTableCommand(tableDefinition(earlierName)))
  await new Promise((resolve) => setTimeout(resolve, 50))
})
afterEach(() => table.close())

const itemOf = (pk: string, sk: string, more: Readonly<Record<string, string>> = {}): Item =>
  Object.fromEntries(Object.entries({ pk, sk, ...more }).map(([name, value]) => [name, { S: value }]))
const address = (hash: string, learner: string, more = {}) => itemOf(`ADDRESS#${hash}`, 'ADDRESS', { learner, ...more })
const enrolment = (learner: string, state: string) => itemOf(`LEARNER#${learner}`, 'ENROLMENT#small', { state })

async function put(tableName: string, ...items: Item[]) {
  for (const item of items) await table.client.send(new PutItemCommand({ TableName: tableName, Item: item }))
}

const now = (...items: Item[]) => put(table.tableName, ...items)
const earlier = (...items: Item[]) => put(earlierName, ...items)

async function restore(from: string | undefined = earlierName) {
  const said: string[] = []
  const account = {
    accountId: async () => '123456789012',
    stack: async () => ({ status: 'CREATE_COMPLETE', version: 1, outputs: { TableName: table.tableName } }),
  } as Partial<Account> as Account
  await runRestore({ account, from, open: (a, b) => openTables(table.client, a, b), print: (text) => said.push(text) })
  return said.join('\n')
}

/** What the table holds of people afterwards: `LEARNER#lou ENROLMENT#small left`. */
async function people(): Promise<readonly string[]> {
  const items = await table.items()
  return items
    .map(({ pk, sk, state, suppressed }) => [pk?.S, sk?.S, state?.S ?? suppressed?.S].filter(Boolean).join(' '))
    .filter((line) => !line.startsWith('SETTING'))
    .toSorted()
}

describe('npm run restore', () => {
  it('brings back what is missing, and leaves alone what has changed since', async () => {
    await earlier(address('1', 'lou'), enrolment('lou', 'active'), address('2', 'ada'), enrolment('ada', 'active'))
    await now(address('2', 'ada'), enrolment('ada', 'left'))
    await table.store.stopSending()

    expect(await restore()).toBe(
      [
        '2 items were missing and are back.',
        '2 were there and stay as they are now.',
        '0 belong to people who were erased, or whose address bounced or complained since: not copied.',
      ].join('\n'),
    )
    expect(await people()).toEqual([
      'ADDRESS#1 ADDRESS',
      'ADDRESS#2 ADDRESS',
      'LEARNER#ada ENROLMENT#small left',
      'LEARNER#lou ENROLMENT#small active',
    ])
  })

  it.each([
    ['was erased', { learner: 'lou', suppressed: 'erased' }],
    ['was erased and signed up again', { learner: 'lou-again' }],
    ['complained', { learner: 'lou', suppressed: 'complained' }],
    ['bounced', { learner: 'lou', suppressed: 'bounced' }],
  ])('does not bring back who %s since', async (_, { learner, ...more }) => {
    await earlier(address('1', 'lou'), itemOf('LEARNER#lou', 'LEARNER'), enrolment('lou', 'active'))
    await now(address('1', learner, more))
    await table.store.stopSending()

    expect(await restore()).toContain('2 belong to people')
    expect((await people()).filter((line) => line.startsWith('LEARNER#lou '))).toEqual([])
  })

  it('copies no brake and no setting of the moment', async () => {
    await earlier(itemOf('BRAKE#sign-up#1', 'BRAKE'), itemOf('SETTING#stop-all', 'SETTING'))
    await table.store.stopSending()

    await restore()
    expect(await people()).toEqual([])
  })

  it('wants sending stopped first, and then can be run twice', async () => {
    await earlier(address('1', 'lou'))

    await expect(restore()).rejects.toThrow(`npm run operator -- --table ${table.tableName} stop`)
    expect(await people()).toEqual([])
    await table.store.stopSending()
    await restore()
    expect(await restore()).toContain('0 items were missing')
  })

  it('says so when the earlier table is not there', async () => {
    await table.store.stopSending()

    await expect(restore('talkback-elsewhere')).rejects.toThrow('There is no table talkback-elsewhere')
  })

  it.each([
    ['', 'Name the table to copy from'],
    ['talkback-test', 'is the table in use'],
  ])('refuses to copy from "%s"', async (from, says) => {
    await expect(restore(from)).rejects.toThrow(says)
  })
})
