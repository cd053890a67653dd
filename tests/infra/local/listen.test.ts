import { describe, expect, it } from 'vitest'
import { listen } from '../../../infra/local/listen.ts'

describe('a port', () => {
  it('that is taken is named, with the option that chooses another', async () => {
    const first = await listen(() => {}, { port: 0 })
    try {
      await expect(listen(() => {}, { port: first.port, option: '--inbox-port' })).rejects.toMatchObject({
        name: 'LocalProblem',
        message: expect.stringMatching(`^Port ${first.port} is taken by another program\\..*--inbox-port \\d+`),
      })
    } finally {
      await first.close()
    }
  })

  it('is free again after closing, though a client keeps its connection open', async () => {
    const first = await listen((_, response) => response.end('ok'), { port: 0 })
    await (await fetch(first.url)).text()
    await first.close()
    const second = await listen(() => {}, { port: first.port })
    expect(second.port).toBe(first.port)
    await second.close()
  })
})
