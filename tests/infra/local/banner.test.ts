import { describe, expect, it } from 'vitest'
import { dayMs } from '../../../functions/domain/instant.ts'
import { banner } from '../../../infra/local/banner.ts'

const facts = {
  siteUrl: 'http://localhost:8080',
  inboxUrl: 'http://localhost:8081',
  data: '.talkback',
  day: 20_000,
  now: Date.UTC(2026, 4, 6, 5, 12),
  zone: 'Europe/Berlin',
  aheadMs: 0,
  readyInMs: 640,
}

describe('the banner', () => {
  it('says where everything is, how fast time runs, and how to stop', () => {
    const text = banner(facts)
    for (const part of [
      'ready in 0.6 seconds',
      'http://localhost:8080',
      'http://localhost:8081',
      '.talkback',
      'a day in 20 seconds; it is Wednesday 6 May, 07:12 in Berlin',
      'Ctrl-C stops; the data stays.',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('ahead')
  })

  it('says that kept time goes on ahead of the real one, also when it no longer runs fast', () => {
    const text = banner({ ...facts, day: undefined, aheadMs: 40 * dayMs })
    expect(text).toContain('time    runs as it does')
    expect(text).toContain('40 days ahead, where the last run stopped (--fresh goes back to today)')
  })
})
