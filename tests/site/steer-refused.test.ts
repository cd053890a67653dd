import { describe, expect, it } from 'vitest'
import { Failure } from '../../functions/domain/errors.ts'
import { dayMs } from '../../functions/domain/instant.ts'
import { now, token } from '../support/site.ts'

import { learnerSite, nothingChanged, pace, t } from './learner-site.ts'

describe('what is refused', () => {
  it.each([
    ['pause-until', { until: '' }, 'until'],
    ['pause-until', { until: '2026-02-30' }, 'until'],
    ['pause-until', { until: 'tomorrow' }, 'until'],
    ['pause-until', { until: '2020-01-01' }, 'until'],
    ['pace', { ...pace, days: [] }, 'days'],
    ['pace', { ...pace, time: '25:00' }, 'time'],
    ['pace', { ...pace, zone: 'Mars/Olympus' }, 'zone'],
    ['stage', { stage: 'no-such-stage' }, 'stage'],
  ])('%s refuses %o beside its control, keeps what was typed and changes nothing', async (control, fields, field) => {
    const site = learnerSite()
    for (const address of [`/path/preview/${control}`, `/path/${control}`]) {
      const answer = await site.press(address, { t, ...fields })
      expect(answer.status).toBe(field === 'stage' ? 404 : 422)
      expect(await answer.text()).toContain(`id="${field}-problem"`)
    }
    nothingChanged(site.journey)
  })

  it.each([
    ['again', { step: 'M07' }, 'Only a step that was sent to you can be sent again.'],
    ['again', { step: '' }, 'Only a step that was sent to you can be sent again.'],
    ['skip', { step: 'M07' }, 'Only the next step can be skipped.'],
    ['resume', {}, 'It is not possible to resume'],
  ])('%s of %o is refused in words, on the page with all controls', async (control, fields, words) => {
    const answer = await learnerSite().preview(control, fields)
    expect(answer.status).toBe(409)
    const text = await answer.text()
    expect(text).toMatch(/role="alert"/)
    expect(text).toContain(words)
    expect(text).toContain('Change how it comes')
  })

  it('the back button after leaving finds a path that is stopped, and changes nothing', async () => {
    const site = learnerSite()
    const shown = await site.shown('pause')
    site.set({ state: 'left', dueAt: now + 30 * dayMs })
    const answer = await site.press('/path/pause', shown)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('It is not possible to pause: this path is stopped.')
    nothingChanged(site.journey)
  })

  it('a link that ran out between the look and the press is told, with the way to a fresh one', async () => {
    const site = learnerSite()
    const answer = await site.press('/path/pause', {
      ...(await site.shown('pause')),
      t: token('sign-in', 'lrn_ana', 'past'),
    })
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('href="/sign-in"')
    nothingChanged(site.journey)
  })

  it('“next” on a day that had its mail says that there is one a day', async () => {
    const answer = await learnerSite({ lastSentAt: now - 60_000 }).preview('next', { step: 'E10' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('there is at most one a day')
  })

  it('shows what the journey refuses at the last moment', async () => {
    const pause = async () => {
      throw new Failure('enrolment-changed', 'Your path was changed at this very moment.', 'Try again.')
    }
    const site = learnerSite({}, { journey: { pause } })
    const answer = await site.press('/path/pause', await site.shown('pause'))
    expect(answer.status).toBe(409)
    expect(await answer.text()).toMatch(/role="alert"[^>]*><p>Your path was changed at this very moment\. Try again\./)
  })
})
