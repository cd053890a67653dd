import { describe, expect, it } from 'vitest'
import { dayMs } from '../../functions/domain/instant.ts'
import { nextDue } from '../../functions/domain/pace.ts'
import { hiddenFields } from '../support/shown-form.ts'
import { ana, enrolment, now, siteFixture, token } from '../support/site.ts'

import { everyControl, learnerSite, newPace, nothingChanged, pace, t } from './learner-site.ts'

describe('POST /path/preview/…', () => {
  it.each(everyControl)('%s shows the dates before and after, and changes nothing', async (control, state, fields) => {
    const site = learnerSite(state)
    const answer = await site.preview(control, fields)
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(text).toMatch(
      /in Berlin.*<table class="effect">.*>Now<.*>Then<|<table class="effect">.*Now, in Berlin.*Then, in /s,
    )
    expect(text).toContain('Nothing is saved yet. Whatever you press, there is at most one mail a day.')
    nothingChanged(site.journey)
  })

  it('shows a new pace beside the old one, each in its own zone', async () => {
    const text = await (await learnerSite().preview('pace', pace)).text()
    expect(text).toContain('Saved now: Tuesday and Thursday, within the hour from 07:00 in Berlin.')
    expect(text).toContain('You chose: Monday and Wednesday, within the hour from 21:15 in New York.')
    expect(text).toMatch(/>E10<.*?>Tue 5 May, 08:00<.*?>Mon 11 May|>E10<.*?Tue 5 May, 08:00.*?Wed 6 May, 21:/s)
  })

  it('of an open pause has no dates: they begin when the learner returns', async () => {
    const text = await (await learnerSite().preview('pause')).text()
    expect(text).toMatch(/>E10<.*?Tue 5 May, 08:00.*?when you return/s)
  })

  it('of skipping passes the step over and moves the others up', async () => {
    const text = await (await learnerSite().preview('skip', { step: 'E10' })).text()
    expect(text).toMatch(/>E10<.*?passed over.*?>P01</s)
  })

  it('of starting over says what is sent again and what stays', async () => {
    const text = await (await learnerSite().preview('start-over')).text()
    expect(text).toContain('<h1>Start the path over?</h1>')
    expect(text).toContain('What you marked, wrote and handed in stays')
    expect(text).toMatch(/>E01<.*?<td>had<\/td>/s)
  })

  it('of “once more” on a day with a mail says that it waits for the next day', async () => {
    const text = await (await learnerSite({ lastSentAt: now - 60_000 }).preview('again', { step: 'E01' })).text()
    expect(text).toContain('A mail came today, and there is at most one a day')
    expect(text).toMatch(/>E01<.*?<td>had<\/td>.*?Thu 7 May/s)
  })

  it('carries what was chosen to the press that saves, and nothing else that was sent', async () => {
    const fields = await learnerSite().shown('pace', { ...pace, address: 'x@example.org' })
    expect(fields).toEqual({ t: [t], seen: [expect.any(String)], days: ['1', '3'], time: ['21:15'], zone: [pace.zone] })
  })

  it('writes what was sent as text', async () => {
    const text = await (await learnerSite().preview('pace', { ...pace, step: '"><script>alert(1)</script>' })).text()
    expect(text).not.toContain('<script>alert')
  })

  it('answers 410 for a path that was erased', async () => {
    const { press } = siteFixture({ journey: { viewPath: async () => undefined } })
    expect((await press('/path/preview/pause', { t })).status).toBe(410)
  })

  it.each(['lesson', 'leave', 'go-on'] as const)('refuses a %s link: settings ask for a fresh one', async (purpose) => {
    const { press, journey } = siteFixture()
    for (const address of ['/path/preview/pause', '/path/pause']) {
      expect((await press(address, { t: token(purpose) })).status).toBe(400)
    }
    expect(journey.viewPath).not.toHaveBeenCalled()
    nothingChanged(journey)
  })
})

describe('POST /path/…, pressed on what the preview showed', () => {
  it.each(everyControl)(
    '%s is done once and leads back with what was done',
    async (control, state, fields, ...expected) => {
      const [name, args, saved] = expected
      const site = learnerSite(state)
      const answer = await site.press(`/path/${control}`, await site.shown(control, fields))
      expect(site.journey[name]).toHaveBeenCalledExactlyOnceWith(ana, ...args)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(`/path?t=${t}&saved=${saved}`)
    },
  )

  it.each(everyControl)(
    '%s without a look at its effect shows it, and changes nothing',
    async (control, state, fields) => {
      const site = learnerSite(state)
      const answer = await site.press(`/path/${control}`, { t, ...fields })
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain('<table class="effect">')
      nothingChanged(site.journey)
    },
  )

  it.each([
    ['pace', 'Days and hour are saved. Next: E02 on Tuesday 5 May, 07:23 in Berlin.'],
    ['resumed', 'The path goes on. Next: E02 on Tuesday 5 May, 07:23 in Berlin.'],
    ['paused', 'Paused. Next: E02 on Tuesday 5 May, 07:23 in Berlin.'],
    ['skipped&step=E01', 'E01 “The engineer&#39;s job” is skipped.'],
    ['sent&step=E02', 'E02 “Protect your ears” is on its way to your inbox.'],
    ['again&step=E01', 'E01 “The engineer&#39;s job” is sent once more.'],
    ['stage&step=M07', 'The path goes on from M07 “Points, advances and recoupment”.'],
    ['started-over', 'The path begins again.'],
  ])('after %s a status line says the effect', async (saved, words) => {
    const text = await (await siteFixture().get(`/path?t=${t}&saved=${saved}`)).text()
    expect(text).toMatch(/role="status"/)
    expect(text).toContain(words)
  })

  it('says nothing for an effect that does not exist', async () => {
    expect(await (await siteFixture().get(`/path?t=${t}&saved=__proto__`)).text()).not.toContain('role="status"')
  })
})

describe('two tabs', () => {
  const other = { days: [6], time: '18:00', zone: 'Europe/London' } as const

  it('saving different paces: the second is told, shown both, and saves nothing by that press', async () => {
    const site = learnerSite()
    const second = await site.shown('pace', pace)
    site.set({ pace: other, dueAt: now + 4 * dayMs })
    const answer = await site.press('/path/pace', second)
    const text = await answer.text()
    expect(answer.status).toBe(409)
    expect(text).toMatch(/role="alert".*your path has changed since you looked/s)
    expect(text).toContain('Saved now: Saturday, within the hour from 18:00 in London.')
    expect(text).toContain('You chose: Monday and Wednesday, within the hour from 21:15 in New York.')
    expect(text).toMatch(/Now, in London.*Then, in New York/s)
    expect(site.journey.changePace).not.toHaveBeenCalled()
  })

  it('and the press after that saves', async () => {
    const site = learnerSite()
    const second = await site.shown('pace', pace)
    site.set({ pace: other, dueAt: now + 4 * dayMs })
    const told = await (await site.press('/path/pace', second)).text()
    const answer = await site.press('/path/pace', hiddenFields(told, '/path/pace'))
    expect(answer.status).toBe(303)
    expect(site.journey.changePace).toHaveBeenCalledExactlyOnceWith(ana, newPace, now)
  })

  it('a lesson that went out after the look is told too', async () => {
    const site = learnerSite()
    const fields = await site.shown('pause')
    site.set({ received: new Set(['E01', 'E02', 'E10']), lastSentAt: now, dueAt: now + 2 * dayMs })
    expect((await site.press('/path/pause', fields)).status).toBe(409)
    nothingChanged(site.journey)
  })
})

describe('a double press', () => {
  it.each([
    ['pause', {}, { state: 'paused', dueAt: undefined }, 'paused'],
    ['resume', {}, { state: 'active' }, 'resumed'],
    ['skip', { step: 'E10' }, { received: new Set(['E01', 'E02', 'E10']) }, 'skipped&step=E10'],
    ['again', { step: 'E01' }, { asked: 'E01' }, 'again&step=E01'],
    ['next', { step: 'E10' }, { asked: 'next' }, 'sent&step=E10'],
    ['next', { step: 'E10' }, { received: new Set(['E01', 'E02', 'E10']), lastSentAt: now }, 'sent&step=E10'],
    [
      'start-over',
      {},
      { received: new Set<string>(), dueAt: nextDue(enrolment().pace, ana.learner, now) },
      'started-over',
    ],
  ] as const)('of %s does nothing twice and says that it is done', async (control, fields, after, saved) => {
    const before = control === 'resume' ? ({ state: 'paused', dueAt: undefined } as const) : {}
    const site = learnerSite(before)
    const shown = await site.shown(control, fields)
    site.set(after)
    const answer = await site.press(`/path/${control}`, shown)
    expect(answer.headers.get('location')).toBe(`/path?t=${t}&saved=${saved}`)
    nothingChanged(site.journey)
  })
})
