import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hourMs } from '../../../functions/domain/instant.ts'
import { functionsHere } from '../../../infra/local/functions-here.ts'
import type { LocalRun } from '../../../infra/local/local-run.ts'
import { startLocal } from '../../../infra/local/start-local.ts'

const lines: string[] = []
const complaints: string[] = []
let data: string
let run: LocalRun

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'talkback-rehearsal-'))
  run = await startLocal(
    { day: undefined, fresh: false, port: 0, inboxPort: 0, data, ticks: 'manual' },
    { print: (line) => lines.push(line), complain: (line) => complaints.push(line) },
    functionsHere(() => {}),
  )
}, 30_000)
afterAll(async () => {
  await run?.stop()
  await rm(data, { recursive: true })
})

interface Mail {
  readonly id: string
  readonly step: string
  readonly links: readonly string[]
}

async function mails(): Promise<readonly Mail[]> {
  return (await fetch(`${run.inboxUrl}/api/mails?to=ann@example.org`)).json() as Promise<Mail[]>
}

async function newestMail(): Promise<Mail> {
  const [newest] = await mails()
  return (await fetch(`${run.inboxUrl}/api/mails/${newest?.id}`)).json() as Promise<Mail>
}

/** Every two hours: a step that was missed may still go out three hours after its time. */
async function aDayOfTicks() {
  for (let hour = 0; hour < 24; hour += 2) {
    await run.advance(2 * hourMs)
    await run.tick()
  }
}

it('brings a learner from the form to the second lesson, with the real functions', async () => {
  const page = await (await fetch(run.siteUrl)).text()
  const consent = /name="consent" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const form = new URLSearchParams({
    address: 'ann@example.org',
    name: 'Ann',
    time: '07:00',
    zone: 'Europe/Berlin',
    consent,
  })
  for (const day of [1, 2, 3, 4, 5, 6, 7]) form.append('days', String(day))
  await fetch(`${run.siteUrl}/sign-up`, { method: 'POST', body: form })
  await run.tick()

  const confirmation = await newestMail()
  expect(confirmation.step).toBe('confirm')
  const [confirmUrl = ''] = confirmation.links
  await fetch(confirmUrl, { method: 'POST' })
  await run.tick()
  expect((await mails()).map(({ step }) => step)).toEqual(['E01', 'confirm'])

  await aDayOfTicks()
  await aDayOfTicks()

  const steps = (await mails()).map(({ step }) => step)
  expect(steps.slice(-3)).toEqual(['E02', 'E01', 'confirm'])
  expect(new Set(steps).size).toBe(steps.length)
  expect(lines[1]).toMatch(
    / in Berlin {2}E01 {2}The engineer.*→ ann@example\.org\n {4}next: E02 on .*, 07:\d\d in Berlin$/,
  )
  expect(complaints).toEqual([])
}, 30_000)

it('is the only run of the real functions in its process', async () => {
  const another = await mkdtemp(join(tmpdir(), 'talkback-rehearsal-'))
  const options = { day: undefined, fresh: false, port: 0, inboxPort: 0, data: another, ticks: 'manual' } as const
  await expect(
    startLocal(
      options,
      { print: () => {}, complain: () => {} },
      functionsHere(() => {}),
    ),
  ).rejects.toThrow('One process runs the functions once')
  await rm(another, { recursive: true })
})
