import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayMs, type Instant } from '../../../functions/domain/instant.ts'
import type { Clock } from '../../../functions/runtime/clock.ts'
import { createClockKeeper } from '../../../infra/local/clock-keeper.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-clock-'))
  file = join(folder, 'clock.json')
})
afterEach(() => rm(folder, { recursive: true }))

/** A clock that stands, so that a test can name its time. */
function standingClock(start: Instant): Clock {
  let now = start
  return Object.assign(() => now, {
    advance(milliseconds: number) {
      now += Math.max(0, milliseconds)
    },
  })
}

const today = Date.UTC(2026, 10, 23)

describe('the time kept with the data', () => {
  it('goes on where a fast run stopped', async () => {
    const fast = standingClock(today)
    fast.advance(40 * dayMs)
    await createClockKeeper(fast, file).save()

    const clock = standingClock(today)
    const aheadMs = await createClockKeeper(clock, file).restore()

    expect(clock()).toBe(today + 40 * dayMs)
    expect(aheadMs).toBe(40 * dayMs)
  })

  it('never goes back to an older time', async () => {
    await createClockKeeper(standingClock(today - dayMs), file).save()
    const clock = standingClock(today)
    expect(await createClockKeeper(clock, file).restore()).toBe(0)
    expect(clock()).toBe(today)
  })

  it('starts at the real time when there is none', async () => {
    const clock = standingClock(today)
    expect(await createClockKeeper(clock, file).restore()).toBe(0)
    expect(clock()).toBe(today)
  })

  it('is written whole, however many write at once', async () => {
    const clock = standingClock(today)
    const keeper = createClockKeeper(clock, file)

    const saves = [keeper.save(), keeper.save()]
    clock.advance(1)
    await Promise.all([...saves, keeper.save()])

    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ now: today + 1 })
    expect(await readdir(folder)).toEqual(['clock.json'])
  })

  it.each(['', '{"now":', '{}', '{"now":"x"}', '{"now":-1}', 'null'])(
    'says what to do with a torn file: %j',
    async (text) => {
      await writeFile(file, text)
      await expect(createClockKeeper(standingClock(today), file).restore()).rejects.toMatchObject({
        name: 'LocalProblem',
        message: expect.stringMatching(/clock\.json holds no time.*Delete that file.*--fresh/),
      })
    },
  )
})
