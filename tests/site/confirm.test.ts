import { describe, expect, it } from 'vitest'
import { ana, now, siteFixture, token } from '../support/site.ts'

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
    const text = await (await siteFixture().get(address)).text()
    expect(text).toContain('E01 “The engineer&#39;s job”')
    expect(text).toContain('It takes 30 minutes.')
  })
})

describe('POST /confirm/:token', () => {
  it('starts the path and says that the first step is on its way and what comes when', async () => {
    const { press, journey } = siteFixture()
    const answer = await press(address)
    const text = await answer.text()
    expect(journey.confirm).toHaveBeenCalledWith(ana, now)
    expect(answer.status).toBe(200)
    expect(text).toContain('The path has started')
    expect(text).toContain('E01 “The engineer&#39;s job” is on its way')
    expect(text).toContain('Thursday 7 May, 07:23<')
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
