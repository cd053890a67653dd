/** The whole service on this machine, its real functions included, with time in the test's hand. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import type { Item } from '../../functions/aws/attributes.ts'
import { compilePath } from '../../functions/catalog/compile.ts'
import { openDictionary } from '../../functions/catalog/dictionary.ts'
import { readSource } from '../../functions/catalog/read-source.ts'
import { writeCatalog } from '../../functions/catalog/write-catalog.ts'
import { dayMs, hourMs, type Instant, minuteMs } from '../../functions/domain/instant.ts'
import { tableName } from '../../infra/local/environment.ts'
import { functionsHere } from '../../infra/local/functions-here.ts'
import type { Handlers } from '../../infra/local/handlers.ts'
import { startLocal } from '../../infra/local/start-local.ts'
import type { LocalTable } from '../../infra/local/table.ts'
import { localMoment } from '../domain/intl-clock.ts'
import { inEnvelope, sqsEventFactory } from '../support/lambda-events.ts'

/** A mail as the inbox's own interface tells of it. */
export interface ReceivedMail {
  readonly id: string
  readonly subject: string
  /** A step's id; `confirm` and `sign-in` for the service's own. */
  readonly step: string | null
  readonly sentAt: Instant
  readonly tags: Readonly<Record<string, string>>
  readonly text: string
  readonly links: readonly string[]
  readonly headers: readonly { readonly name: string; readonly value: string }[]
}

type MailAsTold = Omit<ReceivedMail, 'sentAt'> & { readonly sentAt: string }

interface LocalHours {
  readonly zone: string
  readonly hours: readonly number[]
}

export interface Rehearsal {
  readonly siteUrl: string
  readonly inboxUrl: string
  /** What the local run had to say on its error line. */
  readonly complaints: readonly string[]
  now(): Instant
  tick(): Promise<void>
  /** Days go by; there is a tick in the last minute of these hours, as the clocks in that zone have them. */
  pass(days: number, ticksAt: LocalHours): Promise<void>
  /** Time passes and nothing is at work meanwhile. */
  skipTime(milliseconds: number): Promise<void>
  /** Oldest first. */
  mailsTo(address: string): Promise<readonly ReceivedMail[]>
  /** SES says this. */
  hear(event: object): Promise<void>
  /** Everything in the table, in the order of its keys. */
  items(): Promise<readonly Item[]>
  /** Writes to the table behind the functions' back. */
  tamper(item: Item): Promise<void>
  stop(): Promise<void>
}

/** Begins on a Monday at 09:59 by UTC, so that the days of a story have names. */
export async function startRehearsal(): Promise<Rehearsal> {
  const folder = await mkdtemp(join(tmpdir(), 'talkback-rehearsal-'))
  const complaints: string[] = []
  const { world, parts } = watchedWorld(join(folder, 'catalog'))
  const run = await startLocal(
    { day: undefined, fresh: false, port: 0, inboxPort: 0, data: join(folder, 'data'), ticks: 'manual' },
    { print: () => {}, complain: (line) => complaints.push(line) },
    world,
  )
  const { handlers, table } = parts()
  const { clock } = world
  const client = tableClient(table)
  const ask = async <T>(path: string) => (await (await fetch(`${run.inboxUrl}/api/${path}`)).json()) as T

  await run.advance(untilMonday(clock()))
  return {
    siteUrl: run.siteUrl,
    inboxUrl: run.inboxUrl,
    complaints,
    now: clock,
    tick: run.tick,
    async pass(days, { zone, hours }) {
      const end = clock() + days * dayMs
      for (let at = lastMinuteAfter(clock()); at <= end; at += hourMs) {
        if (!hours.includes(Math.floor(localMoment(zone, at).minuteOfDay / minutesPerHour))) continue
        await run.advance(at - clock())
        await run.tick()
      }
      await run.advance(end - clock())
    },
    skipTime: run.advance,
    async mailsTo(address) {
      // The inbox looks for a part of an address: "ana@" is in "hana@".
      const found = await ask<readonly { id: string; to: string }[]>(`mails?to=${encodeURIComponent(address)}`)
      const own = found.filter(({ to }) => to === address)
      const mails = await Promise.all(own.map(({ id }) => ask<MailAsTold>(`mails/${id}`)))
      return mails.map((mail) => ({ ...mail, sentAt: Date.parse(mail.sentAt) })).reverse()
    },
    async hear(event) {
      await handlers.feedback(sqsEventFactory([inEnvelope(event)]), lambdaContext)
    },
    async items() {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }))
      const keyOf = ({ pk, sk }: Item) => `${pk?.S} ${sk?.S}`
      return Items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    },
    async tamper(item) {
      await client.send(new PutItemCommand({ TableName: tableName, Item: item }))
    },
    async stop() {
      client.destroy()
      await run.stop()
      await rm(folder, { recursive: true })
    },
  }
}

const minutesPerHour = 60
const lambdaContext = { awsRequestId: 'rehearsal', getRemainingTimeInMillis: () => 30_000 }

/**
 * The functions as `npm start` takes them, but on a catalog of their own: another run may be rebuilding the shared one
 * just now.
 */
function watchedWorld(catalogFolder: string) {
  const here = functionsHere(() => {})
  const root = join(import.meta.dirname, '../..')
  let handlers: Handlers | undefined
  let table: LocalTable | undefined
  return {
    world: {
      ...here,
      async buildCatalog() {
        const { source } = await readSource({
          contentFolder: join(root, 'content'),
          siteAssetsFolder: join(root, 'functions/site/assets'),
          madeFolder: join(root, 'build/made'),
        })
        const compiled = compilePath(source, { today: '2026-11-25', isWord: openDictionary() })
        if ('problems' in compiled) throw new Error('The content has problems: "npm run content" lists them.')
        writeCatalog(catalogFolder, compiled, { file: 'inputs.sha256', text: '' })
        return catalogFolder
      },
      async loadHandlers() {
        handlers = await here.loadHandlers()
        return handlers
      },
      createStoryTeller(given: Parameters<typeof here.createStoryTeller>[0]) {
        table = given.table
        return here.createStoryTeller(given)
      },
    },
    parts() {
      if (handlers === undefined || table === undefined) throw new Error('The local run has not taken its parts')
      return { handlers, table }
    },
  }
}

function tableClient({ url }: LocalTable): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  return new DynamoDBClient({ endpoint: url, region: 'us-east-1', credentials })
}

function untilMonday(now: Instant): number {
  const monday = 1
  const daysAhead = ((monday - new Date(now).getUTCDay() + 7) % 7 || 7) * dayMs
  return Math.floor(now / dayMs) * dayMs + daysAhead + 9 * hourMs + 59 * minuteMs - now
}

/** Answers: when does the last minute of an hour begin, the next time after this one? */
function lastMinuteAfter(now: Instant): Instant {
  return Math.floor((now + minuteMs) / hourMs) * hourMs + 59 * minuteMs
}
