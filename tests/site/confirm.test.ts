import { describe, expect, it } from 'vitest'
import { ana, enrolment, now, pathView, siteFixture, token } from '../support/site.ts'

const signedUp = (received: readonly string[]) => ({
  viewPath: async () => pathView({ enrolment: pending(received) }),
})
const pending = (received: readonly string[]) => {
  const { lastSentAt: _, dueAt: _due, ...fresh } = enrolment({ state: 'pending', received: new Set(received) })
  return fresh
}

const address = `/confirm/${token('confirm')}`

describe('GET /confirm/:token', () => {
  it('shows one button and starts nothing', async () => {
    const { get, journey } = siteFixture()
    const text = await (await get(address)).text()
    expect(text.match(/<button/g)).toHaveLength(1)
    expect(text).toContain('Start the path')
    expect(text).toContain(`<form method="post" action="${address}">`)
    expect(journey.confirm).not.toHaveBeenCalled()
  })

  it('names the first step and its time', async () => {
    const text = await (await siteFixture({ journey: signedUp([]) }).get(address)).text()
    expect(text).toContain('E01 “The engineer&#39;s job”')
    expect(text).toContain('It takes 30 minutes.')
  })

  it('names the step that was chosen to begin with, and the dates of what follows', async () => {
    const text = await (await siteFixture({ journey: signedUp(['E01', 'E02']) }).get(address)).text()
    expect(text).toContain('The first, E10 “Polarity, time and comb filters”, follows at once.')
    expect(text).toContain('P01')
    expect(text).toContain('Thursday 7 May · ')
  })

  it('tells no dates once the path has started, nor of a sign-up that is gone', async () => {
    for (const viewPath of [async () => pathView(), async () => undefined])
      expect(await (await siteFixture({ journey: { viewPath } }).get(address)).text()).not.toContain('first dates')
  })
})

describe('POST /confirm/:token', () => {
  it('starts the path and says that the first step is on its way and what comes when', async () => {
    let isConfirmed = false
    const { press, journey } = siteFixture({
      journey: {
        viewPath: async () => (isConfirmed ? pathView() : pathView({ enrolment: pending([]) })),
        confirm: async () => {
          isConfirmed = true
          return 'started'
        },
      },
    })
    const answer = await press(address)
    const text = await answer.text()
    expect(journey.confirm).toHaveBeenCalledWith(ana, now)
    expect(answer.status).toBe(200)
    expect(text).toContain('The path has started')
    expect(text).toContain('E01 “The engineer&#39;s job” is on its way')
    expect(text).toContain('Thu 7 May, 07:23<')
  })

  it('says so when the button was pressed before', async () => {
    const answer = await siteFixture({ journey: { confirm: async () => 'already' } }).press(address)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('You have started already')
  })

  it('says so when the sign-up was erased, and how to sign up again', async () => {
    const answer = await siteFixture({ journey: { confirm: async () => 'gone' } }).press(address)
    const text = await answer.text()
    expect(answer.status).toBe(410)
    expect(text).toContain('This sign-up is no longer there')
    expect(text).toContain('href="/sign-up"')
  })
})
