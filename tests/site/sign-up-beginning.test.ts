import { describe, expect, it } from 'vitest'
import { siteFixture } from '../support/site.ts'
import { good } from './good-form.ts'

describe('GET /sign-up with a start that was suggested', () => {
  it('has it chosen, and what to catch up on and leave out as boxes to untick', async () => {
    const text = await (
      await siteFixture().get('/sign-up?stage=business&catchUp=E02&catchUp=E10&without=business')
    ).text()
    expect(text).toContain('<option value="business" selected="">')
    expect(text.match(/name="catchUp" value="E\d\d" checked=""/g)).toHaveLength(2)
    expect(text).toContain('name="without" value="business" checked=""')
  })

  it('passes over what no control offers', async () => {
    const query = '?stage=%3Cscript%3E&catchUp=Z99&catchUp=%22onload&without=..%2F'
    const text = await (await siteFixture().get(`/sign-up${query}`)).text()
    expect(text).not.toMatch(/<script>|onload|name="catchUp"|name="without"/)
  })

  it('offers the first stage as the beginning, and leads to the questions', async () => {
    const text = await (await siteFixture().get('/sign-up')).text()
    expect(text).toContain('<option value="">E · Engineering, 9 h (the beginning)</option>')
    expect(text).toContain('<a href="/placement">A few questions suggest a start</a>')
  })
})

describe('POST /sign-up, "Show the first dates"', () => {
  it('shows them in the learner’s zone, keeps what was typed and signs up nobody', async () => {
    const { press, journey } = siteFixture()
    const answer = await press('/sign-up', { ...good, consent: '', address: 'ana@', dates: '1' })
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(text).toContain('Two lessons a week: Tuesday and Thursday, from 07:00 in Berlin.')
    expect(text).toContain('when you confirm')
    // The first comes today, a Tuesday, so the next one is Thursday's.
    expect(text).toContain('Thursday 7 May · ')
    expect(text).toContain('value="ana@"')
    expect(journey.signUp).not.toHaveBeenCalled()
  })

  it('shows the dates of the start that was chosen', async () => {
    const text = await (
      await siteFixture().press('/sign-up', { ...good, stage: 'business', catchUp: 'E10', dates: '1' })
    ).text()
    const list = text.slice(text.indexOf('class="what-comes"'), text.indexOf('</ol>', text.indexOf('what-comes')))
    expect([...list.matchAll(/class="number">(\w+)</g)].map((match) => match[1])).toEqual(['E10', 'M07', 'F01'])
  })

  it.each([
    ['no days', { days: [] }, 'days'],
    ['an unknown zone', { zone: 'Mars/Olympus' }, 'zone'],
    ['a stage that the path does not have', { stage: 'gone' }, 'stage'],
  ])('refuses %s beside its control', async (_, change, field) => {
    const answer = await siteFixture().press('/sign-up', { ...good, ...change, dates: '1' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`id="${field}-problem"`)
  })
})
