import { describe, expect, it } from 'vitest'
import { createWork } from '../../../infra/local/work.ts'

describe('time may be pushed', () => {
  it('at once when no handler is at work', () => {
    const work = createWork()
    const seen: string[] = []
    void work.whenQuiet(() => seen.push('pushed'))
    expect(seen).toEqual(['pushed'])
  })

  it('only after every handler has ended, however it ended', async () => {
    const work = createWork()
    const seen: string[] = []
    const first = Promise.withResolvers<void>()
    const second = Promise.withResolvers<void>()
    const running = [work.run(() => first.promise), work.run(() => second.promise).catch(() => {})]
    const pushed = work.whenQuiet(() => void seen.push('pushed'))

    first.resolve()
    await running[0]
    expect(seen).toEqual([])

    second.reject(new Error('failed'))
    await pushed
    expect(seen).toEqual(['pushed'])
  })

  it('not in between, when the one who waited first starts another handler', async () => {
    const work = createWork()
    const seen: string[] = []
    const tick = Promise.withResolvers<void>()
    void work.run(() => tick.promise)
    const handleEvent = async () => {
      await Promise.resolve()
      seen.push('feedback')
    }
    const feedback = work.whenQuiet(() => work.run(handleEvent))
    const pushed = work.whenQuiet(() => void seen.push('pushed'))

    tick.resolve()
    await Promise.all([feedback, pushed])

    expect(seen).toEqual(['feedback', 'pushed'])
  })

  it('and a push that fails is told to the one who asked', async () => {
    const work = createWork()
    await expect(
      work.whenQuiet(() => {
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
  })
})
