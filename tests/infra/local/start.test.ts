import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listen } from '../../../infra/local/listen.ts'

const command = join(import.meta.dirname, '../../../infra/local/start.ts')
const children: ChildProcess[] = []
let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'talkback-start-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(data, { recursive: true })
})

function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', command, '--data', data, ...args])
  children.push(child)
  const said = { out: '', error: '' }
  child.stderr.on('data', (chunk) => {
    said.error += chunk
  })
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      said.out += chunk
      if (said.out.includes('Ctrl-C stops')) resolve()
    })
  })
  const ended = once(child, 'close').then(([code]) => code as number)
  return { child, said, ready, ended }
}

describe('npm start', { timeout: 30_000 }, () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('runs until %s and ends cleanly, keeping its data', async (signal) => {
    const { child, said, ready, ended } = start('--port', '0', '--inbox-port', '0', '--day', '5s')
    await ready

    child.kill(signal)

    expect(await ended).toBe(0)
    expect(said).toMatchObject({ error: '', out: expect.stringContaining('a day in 5 seconds') })
    expect((await readdir(data)).sort()).toEqual(['clock.json', 'handlers.log', 'keys.json', 'mails', 'table'])
  })

  it('takes a signal that npm passes on once more for the same key press', async () => {
    const { child, ready, ended } = start('--port', '0', '--inbox-port', '0')
    await ready
    child.kill('SIGINT')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(await readdir(data)).not.toContain('running')
  })

  it('ends with one line and nothing left running when a port is taken', async () => {
    const other = await listen(() => {}, { port: 0 })
    const { said, ended } = start('--port', String(other.port), '--inbox-port', '0')
    expect(await ended).toBe(1)
    expect(said.error).toMatch(new RegExp(`^Port ${other.port} is taken by another program\\..*--port \\d+\\.\\n$`))
    await other.close()
  })

  it('ends with one line for an option it cannot read', async () => {
    const { said, ended } = start('--day', 'soon')
    expect(await ended).toBe(1)
    expect(said.error).toMatch(/^--day soon is not a length of time\..*\n$/)
    expect(await readdir(data)).toEqual([])
  })

  it('shows its options', async () => {
    const { said, ended } = start('--help')
    expect(await ended).toBe(0)
    for (const option of ['--day', '--fresh', '--port', '--inbox-port', '--data']) expect(said.out).toContain(option)
  })
})
