import { describe, expect, it } from 'vitest'
import { enrolment, now, pathView, siteFixture, token } from '../support/site.ts'

const t = token('sign-in')
const _withView = (change: Parameters<typeof pathView>[0]) =>
  siteFixture({ journey: { viewPath: async () => pathView(change) } })

describe('what waits for the learner', () => {
  const waiting = async (
    change: Parameters<typeof pathView>[0],
    sent: readonly string[],
    cameBack: readonly string[] = [],
  ) => {
    const { get } = siteFixture({
      journey: {
        viewPath: async () => pathView(change),
        viewDeliveries: async () => ({ sent: new Set(sent), cameBack: new Set(cameBack) }),
      },
    })
    const text = await (await get(`/path?t=${t}`)).text()
    return /<section aria-labelledby="waiting-title">.*?<\/section>/s.exec(text)?.[0] ?? ''
  }

  it('is today’s lesson first: on a day with a lesson its page is the button', async () => {
    const change = { enrolment: enrolment({ lastSentAt: now - 60_000 }), mayAskForNext: false }
    expect(await waiting(change, ['E01'])).toMatch(
      /<a class="button" href="\/lessons\/E01-eng-roles\?t=[^"]+">\s*Open E01/,
    )
  })

  it('is nothing that is done, and nothing that only counts as received', async () => {
    const received = new Set(['E01', 'E02', 'E10'])
    const work = [{ step: 'E10', answers: {}, doneAt: now }]
    const section = await waiting({ enrolment: enrolment({ received }), work }, ['E01', 'E10'])
    expect([...section.matchAll(/Open (\w+)/g)].map((match) => match[1])).toEqual(['E01'])
  })

  it('is a project to hand in, with the day on which the next stage opens by itself', async () => {
    const received = new Set(['E01', 'E02', 'E10', 'P01'])
    const change = { enrolment: enrolment({ received, briefAt: now }) }
    const section = await waiting(change, ['P01'])
    expect(section).toContain('to hand in · 7 h. The next stage opens with it, or by itself on Tuesday 19 May.')
    expect(section).toContain(`href="/lessons/P01/hand-in?t=${token('lesson')}"`)
  })

  it('is no project that was gone on without', async () => {
    const received = new Set(['E01', 'E02', 'E10', 'P01'])
    expect(await waiting({ enrolment: enrolment({ received, cleared: new Set(['P01']) }) }, ['P01'])).toBe('')
  })

  it('is a mail that came back, with a button that has it sent once more', async () => {
    const work = [{ step: 'E01', answers: {}, doneAt: now }]
    const section = await waiting({ work }, ['E01'], ['E01'])
    expect(section).toContain('its mail came back: your mailbox did not take it')
    expect(section).toMatch(/action="\/path\/preview\/again".*name="step" value="E01".*Send E01 once more/s)
  })
})
