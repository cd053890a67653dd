import { setTimeout as wait } from 'node:timers/promises'
import { createClockKeeper } from './clock-keeper.ts'
import { type DataFolder, openDataFolder } from './data-folder.ts'
import { setEnvironment, tableName } from './environment.ts'
import { fetchListener } from './fetch-listener.ts'
import { keepHandlerLog } from './handler-log.ts'
import { type MailStore, openMailStore } from './inbox/mail-store.ts'
import { keepKeys } from './keys.ts'
import { type ListenAt, listen } from './listen.ts'
import { createLocalCloud } from './local-cloud.ts'
import type { LocalIo, LocalOptions, LocalRun } from './local-run.ts'
import { openAll } from './open-all.ts'
import { startTable } from './table.ts'
import { createTicker } from './ticker.ts'
import type { World } from './world.ts'

/** Runs the whole service on this machine. Resolves when it takes requests; fails with everything closed again. */
export async function startLocal(options: LocalOptions, io: LocalIo, world: World): Promise<LocalRun> {
  const folder = await openDataFolder(options.data, options)
  try {
    return await startIn(folder, options, io, world)
  } catch (error) {
    await folder.release()
    throw error
  }
}

async function startIn(folder: DataFolder, options: LocalOptions, io: LocalIo, world: World): Promise<LocalRun> {
  const { clock } = world
  const keeper = createClockKeeper(clock, folder.clock)
  const mails = await openMailStore(folder.mails)
  const cloud = createLocalCloud({ clock, mails, io })

  const { site, inbox, ses, table, keys, catalogFolder, aheadMs } = await openAll({
    site: listen(cloud.site, { port: options.port, option: '--port' }),
    inbox: openInbox(mails, { port: options.inboxPort, option: '--inbox-port' }),
    ses: listen(cloud.ses, { port: 0 }),
    table: startTable({ folder: folder.table, tableName }),
    keys: keepKeys(folder.keys),
    catalogFolder: world.buildCatalog(),
    aheadMs: keeper.restore(),
  })

  async function closeServers() {
    await Promise.all([site.close(), inbox.close(), ses.close()])
    await table.close()
  }

  try {
    setEnvironment({ siteUrl: site.url, tableUrl: table.url, sesUrl: ses.url, catalogFolder, keys })
    const [handlers, tellStory] = await Promise.all([
      world.loadHandlers(),
      world.createStoryTeller({ catalogFolder, table }),
    ])
    cloud.run(handlers, tellStory)
  } catch (error) {
    await closeServers()
    throw error
  }
  const log = keepHandlerLog({ file: folder.log, complain: io.complain })
  const { work, queue, tick } = cloud
  const ticker =
    options.ticks === 'manual'
      ? undefined
      : createTicker({ day: options.day, clock, work, tick, saveClock: keeper.save, wait })

  return {
    siteUrl: site.url,
    inboxUrl: inbox.url,
    aheadMs,
    async tick() {
      await tick()
      await queue.drained()
    },
    async advance(milliseconds) {
      await work.whenQuiet(() => clock.advance(milliseconds))
      await keeper.save()
    },
    async stop() {
      await ticker?.stop()
      // The site first: a request that is being answered may still send a mail.
      await site.close()
      await queue.drained()
      await keeper.save()
      await closeServers()
      await log.close()
      await folder.release()
    },
  }
}

async function openInbox(mails: MailStore, at: ListenAt) {
  const { createInbox } = await import('./inbox/app.ts')
  const app = createInbox(mails)
  return listen(
    fetchListener((request) => app.fetch(request)),
    at,
  )
}
