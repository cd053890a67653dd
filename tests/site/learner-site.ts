/** The site of one learner who steers their path, and what each control comes to. */
import { expect } from 'vitest'
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { hiddenFields } from '../support/shown-form.ts'
import { enrolment, now, pathView, siteFixture, token } from '../support/site.ts'

export const t = token('sign-in')
export const pace = { days: ['1', '3'], time: '21:15', zone: 'America/New_York' }
export const newPace = { days: [1, 3], time: '21:15', zone: 'America/New_York' } as const
/** Of the course's own order: the first two lessons are behind this learner. */
const received = new Set(['E01', 'E02'])

/** Undefined for what the enrolment is to be without. */
export type Changes = { readonly [Field in keyof Enrolment]?: Enrolment[Field] | undefined }

/** The site of one learner, whose enrolment a test changes behind the page's back. */
export function learnerSite(change: Changes = {}, journey: Parameters<typeof siteFixture>[0] = {}) {
  let present = enrolment({ received, ...change } as Partial<Enrolment>)
  const fixture = siteFixture({
    journey: { viewPath: async () => pathView({ enrolment: present }), ...journey.journey },
  })
  return {
    ...fixture,
    set(later: Changes) {
      present = enrolment({ received, ...change, ...later } as Partial<Enrolment>)
    },
    preview: (control: string, fields: Parameters<typeof fixture.press>[1] = {}) =>
      fixture.press(`/path/preview/${control}`, { t, ...fields }),
    /** What the button of the preview sends. */
    async shown(control: string, fields: Parameters<typeof fixture.press>[1] = {}) {
      const answer = await fixture.press(`/path/preview/${control}`, { t, ...fields })
      return hiddenFields(await answer.text(), `/path/${control}`)
    },
  }
}

/** What each control asks for, and what it comes to. */
export const everyControl = [
  ['pause-until', {}, { until: '2026-06-01' }, 'pause', ['2026-06-01', now], 'paused'],
  ['pause', {}, {}, 'pause', [undefined, now], 'paused'],
  ['resume', { state: 'paused', dueAt: undefined }, {}, 'resume', [now], 'resumed'],
  ['pace', {}, pace, 'changePace', [newPace, now], 'pace'],
  ['next', {}, { step: 'E10' }, 'sendNextNow', [now], 'sent&step=E10'],
  ['skip', {}, { step: 'E10' }, 'skip', ['E10', now], 'skipped&step=E10'],
  ['again', {}, { step: 'E01' }, 'sendAgain', ['E01', now], 'again&step=E01'],
  ['stage', {}, { stage: 'business' }, 'moveToStage', ['business', now], 'stage&step=M07'],
  ['start-over', {}, {}, 'startOver', [now], 'started-over'],
] as const

const changing = [
  'pause',
  'resume',
  'changePace',
  'sendNextNow',
  'skip',
  'sendAgain',
  'moveToStage',
  'startOver',
] as const

export function nothingChanged(journey: ReturnType<typeof siteFixture>['journey']) {
  for (const name of changing) expect(journey[name], name).not.toHaveBeenCalled()
}
