/** A lesson link is passed on: to a colleague, a list, an archive. It opens the lesson for ever, and nothing of its owner. */
import { describe, expect, it } from 'vitest'
import { now, pathView, siteFixture, token } from '../support/site.ts'

const t = token('lesson')
const secrets = ['ana@example.org', 'Ana<', 'Ana ', 'Berlin', '07:00', 'My private plan']
const private_ = ['/path', '/path/certificates', '/path/data', '/path/data/file', '/path/data/erase', '/path/address']
const presses = [
  '/path/certificates/make',
  '/path/certificates/withdraw',
  '/path/data/erase',
  '/path/data/name',
  '/path/data/plan',
  '/path/address',
  ...['pause', 'pause-until', 'resume', 'pace', 'next', 'skip', 'again', 'stage', 'start-over'].flatMap((name) => [
    `/path/${name}`,
    `/path/preview/${name}`,
  ]),
]
const open = ['/lessons/E10', '/lessons/E10-eng-phase-comb', '/lessons/P01', '/lessons/F01', '/lessons/E10/done']

describe('a lesson link that was passed on', () => {
  it.each(open)('opens %s and shows no settings', async (path) => {
    const viewPath = async () => pathView({ work: [{ step: 'E10', answers: { 'E10.1': 'knew' }, doneAt: now }] })
    const answer = await siteFixture({ journey: { viewPath } }).get(`${path}?t=${t}`)
    const text = await answer.text()
    expect(answer.status).toBe(200)
    for (const secret of secrets) expect(text, secret).not.toContain(secret)
    expect(text).not.toContain(token('sign-in'))
    expect(text).not.toContain(token('leave'))
  })

  it.each(private_)('does not open %s: a link is mailed to the owner instead', async (path) => {
    const { get, journey } = siteFixture()
    const text = await (await get(`${path}?t=${t}`)).text()
    expect(text).toContain('A fresh link is needed')
    for (const secret of secrets) expect(text, secret).not.toContain(secret)
    for (const [name, spy] of Object.entries(journey)) expect(spy, name).not.toHaveBeenCalled()
  })

  it.each(presses)('does not press %s', async (path) => {
    const { press, journey } = siteFixture()
    const answer = await press(path, { t, of: 'engineering', name: 'Eve', address: 'eve@example.org', step: 'E02' })
    expect(answer.status).toBe(400)
    for (const [name, spy] of Object.entries(journey)) expect(spy, name).not.toHaveBeenCalled()
  })

  it.each(['/lessons/E10-its-first-name', '/lessons/E10-another--name', '/lessons/E10'])(
    'still opens after the lesson was renamed, under its name of today: %s',
    async (path) => {
      const answer = await siteFixture().get(`${path}?t=${t}`)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain(
        'rel="canonical" href="https://learn.example.org/lessons/E10-eng-phase-comb"',
      )
    },
  )
})
