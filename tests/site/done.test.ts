import { describe, expect, it } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import { ana, enrolment, now, pathView, siteFixture, token } from '../support/site.ts'

const t = token('lesson')
const doneWork = [{ step: 'E01', answers: {}, doneAt: now }]

describe('POST /lessons/:id/done', () => {
  it('marks the step as done and leads to its page', async () => {
    const { press, journey } = siteFixture()
    const answer = await press('/lessons/E01/done', { t })
    expect(journey.markDone).toHaveBeenCalledWith(ana, 'E01', now)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/lessons/E01/done?t=${t}`)
  })

  it('answers 404 for a step that is not written, and marks nothing', async () => {
    const { press, journey } = siteFixture()
    expect((await press('/lessons/E07/done', { t })).status).toBe(404)
    expect(journey.markDone).not.toHaveBeenCalled()
  })
})

describe('GET /lessons/:id/done', () => {
  it('asks first when nothing was pressed: a scanner that opens the link marks nothing', async () => {
    const { get, journey } = siteFixture()
    const text = await (await get(`/lessons/E01/done?t=${t}`)).text()
    expect(text).toContain('Is E01 done?')
    expect(text).toContain('<form method="post" action="/lessons/E01/done">')
    expect(journey.markDone).not.toHaveBeenCalled()
  })

  it('says what comes next on which day of the learner’s zone, and offers it now', async () => {
    const { get } = siteFixture({ journey: { viewPath: async () => pathView({ work: doneWork }) } })
    const text = await (await get(`/lessons/E01/done?t=${t}`)).text()
    expect(text).toContain('Next is E02 “Protect your ears”: Tuesday 5 May.')
    expect(text).toContain('Send me E02 now')
  })

  it('says of a lesson that was done ahead of its mail that the mail still comes, and does not offer it', async () => {
    const viewPath = async () => pathView({ work: [{ step: 'E02', answers: {}, doneAt: now }] })
    const text = await (await siteFixture({ journey: { viewPath } }).get(`/lessons/E02/done?t=${t}`)).text()
    expect(text).toContain('E02 had not been sent to you yet. Its mail still comes, Tuesday 5 May')
    expect(text).toContain('Next is E10 “Polarity, time and comb filters”')
    expect(text).not.toContain('Send me')
  })

  it('does not offer it when it may not be asked for', async () => {
    const viewPath = async () => pathView({ work: doneWork, mayAskForNext: false })
    const text = await (await siteFixture({ journey: { viewPath } }).get(`/lessons/E01/done?t=${t}`)).text()
    expect(text).toContain('Tuesday 5 May')
    expect(text).not.toContain('Send me')
  })

  it.each([
    ['paused', { state: 'paused' }, 'paused until you return'],
    [
      'finished',
      { state: 'finished', received: new Set(['E01', 'E02', 'E10', 'P01', 'M07', 'F01']) },
      'That was the last one',
    ],
    ['left', { state: 'left' }, 'You have stopped all lessons'],
    ['undeliverable', { state: 'undeliverable' }, 'Mail to your address comes back'],
    ['stuck', { stuck: 'refused' }, 'The operator has been told'],
    ['at a gate', { received: new Set(['E01', 'E02', 'E10', 'P01']) }, 'waits at the gate'],
  ] as const)('says why nothing is dated: %s', async (_, change, words) => {
    const viewPath = async () =>
      pathView({ enrolment: enrolment(change), work: doneWork, ahead: [], mayAskForNext: false })
    const text = await (await siteFixture({ journey: { viewPath } }).get(`/lessons/E01/done?t=${t}`)).text()
    expect(text).toContain(words)
  })

  it('answers 410 when the path was erased', async () => {
    const { get } = siteFixture({ journey: { viewPath: async () => undefined } })
    expect((await get(`/lessons/E01/done?t=${t}`)).status).toBe(410)
  })
})

describe('POST /next', () => {
  it('asks for the next step and says on the page it came from which one is on its way', async () => {
    const { press, get, journey } = siteFixture({ journey: { viewPath: async () => pathView({ work: doneWork }) } })
    const answer = await press('/next', { t, after: 'E01' })
    expect(journey.sendNextNow).toHaveBeenCalledWith(ana, now)
    expect(answer.status).toBe(303)
    const text = await (await get(answer.headers.get('location') ?? '')).text()
    expect(text).toContain('E02 “Protect your ears” is on its way to your inbox.')
  })

  it('answers 409 and says why when one was sent today', async () => {
    const sendNextNow = async () => {
      throw new Failure('next-already-sent-today', 'A step was sent to you today.', 'Press again tomorrow.')
    }
    const answer = await siteFixture({ journey: { sendNextNow } }).press('/next', { t, after: 'E01' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('A step was sent to you today. Press again tomorrow.')
  })
})
