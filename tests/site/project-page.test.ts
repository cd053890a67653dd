import { describe, expect, it } from 'vitest'
import { pathView, siteFixture, token } from '../support/site.ts'

import { address, atGate, handedIn, t, textOf, withView } from './project-sent.ts'

describe('my path, while a project waits', () => {
  it('leads to its hand-in, and the way on without it', async () => {
    const { get } = siteFixture({
      journey: {
        viewPath: async () => pathView(atGate),
        viewDeliveries: async () => ({ sent: new Set(['P01']), cameBack: new Set() }),
      },
    })
    expect(await textOf(get(`/path?t=${token('sign-in')}`))).toContain(
      `<a class="button second" href="${address}?t=${t}">Hand in P01, or go on without it</a>`,
    )
  })
})

describe('a project’s own page', () => {
  it('leads to the hand-in in place of "done"', async () => {
    const text = await textOf(siteFixture().get(`/lessons/P01?t=${t}`))
    expect(text).toContain(`<a class="button" href="${address}?t=${t}">Hand in P01</a>`)
    expect(text).not.toContain('Mark P01 as done')
  })

  it('says that it is handed in, and on which day', async () => {
    const text = await textOf(withView(handedIn).get(`/lessons/P01?t=${t}`))
    expect(text).toContain('You handed in P01 on Monday 4 May.')
  })

  it('says that the path goes on without it', async () => {
    const text = await textOf(withView({ ...handedIn, work: [] }).get(`/lessons/P01?t=${t}`))
    expect(text).toContain('The path goes on without P01.')
    expect(text).toContain('Hand it in after all')
  })

  it('without a link of one’s own offers nothing to hand in', async () => {
    expect(await textOf(siteFixture().get('/lessons/P01'))).not.toContain('hand-in')
  })

  it('is where the button "done" of old mails leads, which carries on what was sent', async () => {
    const answer = await siteFixture().get(`/lessons/P01/done?t=${t}&sent=M07`)
    expect(answer.headers.get('location')).toBe(`${address}?t=${t}&sent=M07`)
    expect(await textOf(withView(handedIn).get(`${address}?t=${t}&sent=M07`))).toContain('is on its way to your inbox.')
  })
})
