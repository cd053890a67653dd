/** What every measurement shares: the bundles, the course, a stand-in for SES, the time, the figures. */
import type { CompiledPath } from '../../functions/catalog/compiled.ts'
import type { Instant } from '../../functions/domain/instant.ts'
import { exampleEnvironment } from '../../infra/example-environment.ts'
import type { Bundles } from './bundles.ts'
import { type Child, startChild } from './child.ts'
import type { DeliverOrder, TickSpent } from './deliver-child.ts'
import type { Figures } from './figures.ts'
import type { SesReady } from './ses-child.ts'
import type { TableReady } from './table-child.ts'

export interface World {
  readonly bundles: Bundles
  readonly compiled: CompiledPath
  readonly ses: Child<SesReady>
  /** Noon of a day to come: a process's clock is only ever pushed ahead. */
  readonly now: Instant
  readonly figures: Figures
}

/** The table as a function finds it: its endpoint may be that of a recorder. */
export type TableEnvironment = Pick<TableReady, 'endpoint' | 'tableName'>

export function environmentOf({ bundles, ses }: World, table?: TableEnvironment): Record<string, string> {
  return {
    ...exampleEnvironment(bundles.catalogFolder),
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_SES: ses.ready.url,
    ...(table === undefined ? {} : { TABLE_NAME: table.tableName, AWS_ENDPOINT_URL_DYNAMODB: table.endpoint }),
  }
}

export interface Deliver {
  /** Ticks, and throws unless exactly so many lessons were sent and SES has them. */
  tick(expected: number): Promise<TickSpent>
  peakMb(): Promise<number>
  close(): Promise<void>
}

/** The real deliver handler in a process of its own. */
export async function startDeliver(world: World, table: TableEnvironment): Promise<Deliver> {
  const child = await startChild(world.bundles.file('deliver'), environmentOf(world, table))
  const order = <Answer>(what: DeliverOrder) => child.ask<Answer>(what)
  return {
    async tick(expected) {
      const spent = await order<TickSpent>({ kind: 'tick', now: world.now })
      if (spent.result.sent !== expected) throw new Error(`Of ${expected} sent: ${JSON.stringify(spent.result)}`)
      await expectMails(world, expected)
      return spent
    },
    peakMb: () => order<number>({ kind: 'peak' }),
    close: child.close,
  }
}

/** Throws unless SES was sent so many mails since it was last asked. */
export async function expectMails({ ses }: World, expected: number): Promise<void> {
  const taken = await ses.ask<number>({})
  if (taken !== expected) throw new Error(`SES has ${taken} mails instead of ${expected}`)
}
