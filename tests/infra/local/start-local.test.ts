import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hourMs } from '../../../functions/domain/instant.ts'
import { createClock } from '../../../functions/runtime/clock.ts'
import type { Handlers } from '../../../infra/local/handlers.ts'
import { openMailStore } from '../../../infra/local/inbox/mail-store.ts'
import { listen } from '../../../infra/local/listen.ts'
import type { LocalOptions, LocalRun } from '../../../infra/local/local-run.ts'
import { startLocal } from '../../../infra/local/start-local.ts'
import type { World } from '../../../infra/local/world.ts'
import { rawMail } from './inbox/raw-mail.ts'

let data: string
const running: LocalRun[] = []
const environment = { ...process.env }
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'talkback-run-'))
})
afterEach(async () => {
  for (const run of running.splice(0)) await run.stop()
  await rm(data, { recursive: true })
  process.env = { ...environment }
})

interface Given {
  options?: Partial<LocalOptions>
  handlers?: Partial<Handlers>
  world?: Partial<World>
}

async function start({ options = {}, handlers = {}, world = {} }: Given = {}) {
  const lines: string[] = []
  const complaints: string[] = []
  const clock = createClock()
  const seen = { ticks: 0, events: 0 }
  const run = await startLocal(
    { day: undefined, fresh: false, port: 0, inboxPort: 0, data, ticks: 'manual', ...options },
    { print: (line) => lines.push(line), complain: (line) => complaints.push(line) },
    {
      clock,
      buildCatalog: async () => data,
      loadHandlers: async () => ({
        web: async () => ({ statusCode: 200, body: 'the site' }),
        deliver: async () => {
          seen.ticks += 1
        },
        feedback: async ({ Records }) => {
          seen.events += Records.length
          return { batchItemFailures: [] }
        },
        ...handlers,
      }),
      createStoryTeller: async () => async () => ({ zone: 'Europe/Berlin', title: 'Roles', next: 'E02 tomorrow' }),
      ...world,
    },
  )
  running.push(run)
  return { run, clock, lines, complaints, seen }
}

/** What the deliver function does, in one line. */
async function sendMail() {
  const client = new SESClient({ maxAttempts: 1 })
  const { raw, source, destinations } = rawMail({ subject: 'Hello' })
  const Tags = [{ Name: 'step', Value: 'E01' }]
  await client.send(
    new SendRawEmailCommand({ Source: source, Destinations: [...destinations], RawMessage: { Data: raw }, Tags }),
  )
  client.destroy()
}

describe('a local run', () => {
  it('serves the site and the inbox, and ticks when it is told to', async () => {
    const { run, seen } = await start()
    expect(await (await fetch(run.siteUrl)).text()).toBe('the site')
    expect(await (await fetch(run.inboxUrl)).text()).toContain('No mail yet')
    await run.tick()
    expect(seen.ticks).toBe(1)
  })

  it('takes a mail through the unchanged SDK, shows it, says it, and tells the feedback function', async () => {
    const { run, lines, seen } = await start({ handlers: { deliver: sendMail } })

    await run.tick()

    expect(seen.events).toBe(1)
    expect(lines).toEqual([
      expect.stringMatching(/ in Berlin {2}E01 {2}Roles {2}→ ann@example\.org\n {4}next: E02 tomorrow$/),
    ])
    const mails = (await (await fetch(`${run.inboxUrl}/api/mails`)).json()) as unknown[]
    expect(mails).toEqual([expect.objectContaining({ subject: 'Hello', step: 'E01' })])
  })

  it('goes on where it was after a restart: mails, keys and time', async () => {
    const first = await start({ handlers: { deliver: sendMail } })
    await first.run.tick()
    await first.run.advance(48 * hourMs)
    const kept = { keys: await readFile(join(data, 'keys.json'), 'utf8'), now: first.clock() }
    await running.pop()?.stop()

    const { run, clock, seen } = await start()

    expect(await readFile(join(data, 'keys.json'), 'utf8')).toBe(kept.keys)
    expect(clock()).toBeGreaterThanOrEqual(kept.now)
    expect(run.aheadMs).toBeGreaterThan(47 * hourMs)
    expect(await (await fetch(run.inboxUrl)).text()).toContain('Hello')
    expect(seen.events).toBe(0)
  })

  it('tells the feedback function of mails whose event a crash swallowed', async () => {
    await start()
    await running.pop()?.stop()
    const store = await openMailStore(join(data, 'mails'))
    await store.keep(rawMail(), Date.UTC(2026, 10, 23))

    const { run, seen } = await start()
    await run.tick()
    expect(seen.events).toBe(1)
  })

  it('leaves nothing open when a port is taken', async () => {
    const other = await listen(() => {}, { port: 0 })
    await expect(start({ options: { inboxPort: other.port } })).rejects.toMatchObject({
      name: 'LocalProblem',
      message: expect.stringContaining(`Port ${other.port} is taken by another program`),
    })
    await other.close()
    expect(await readdir(data)).not.toContain('running')
    // The table is closed, too: it opens again.
    await start({ options: { inboxPort: other.port } })
  })

  it('leaves nothing open when the functions cannot be loaded', async () => {
    const world = { loadHandlers: () => Promise.reject(new Error('TABLE_NAME is not set')) }
    await expect(start({ world })).rejects.toThrow('TABLE_NAME is not set')
    await start()
  })

  it('leaves nothing open when what was kept cannot be read', async () => {
    await writeFile(join(data, 'clock.json'), '{')
    await expect(start()).rejects.toMatchObject({ name: 'LocalProblem' })
    await start({ options: { fresh: true } })
  })

  it('says once what a handler did not catch, and goes on', async () => {
    const { run, complaints } = await start({
      handlers: {
        deliver: async () => {
          throw new Error('no table')
        },
      },
    })
    await run.tick()
    await run.tick()
    expect(complaints).toEqual([expect.stringMatching(/^The deliver function failed.*no table/)])
  })

  it('stops after the handler at work has ended', async () => {
    const tick = Promise.withResolvers<void>()
    const { run, complaints } = await start({ handlers: { deliver: () => tick.promise }, options: { ticks: 'auto' } })
    running.pop()
    const seen: string[] = []
    const stopping = run.stop().then(() => seen.push('stopped'))
    await fetch(run.siteUrl)
    seen.push('the tick ends')
    tick.resolve()
    await stopping
    expect(seen).toEqual(['the tick ends', 'stopped'])
    expect(complaints).toEqual([])
  })

  it('keeps the functions away from any AWS account of the shell', async () => {
    Object.assign(process.env, {
      AWS_PROFILE: 'work',
      AWS_SESSION_TOKEN: 'x',
      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
    })
    await start()
    expect(process.env).toMatchObject({ AWS_ACCESS_KEY_ID: 'local', TABLE_NAME: 'talkback' })
    for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']) {
      expect(process.env).not.toHaveProperty(name)
    }
    expect(process.env['AWS_ENDPOINT_URL_SES']).toMatch(/^http:\/\/localhost:\d+$/)
  })
})
