import type { HandIn } from '../../functions/domain/hand-in.ts'
import { dayMs } from '../../functions/domain/instant.ts'
import type { PathView } from '../../functions/site/ports.ts'
import { enrolment, now, pathView, siteFixture, token } from '../support/site.ts'

export const t = token('lesson')
/** Mailed now, where a lesson's own link may have been passed on. */
export const fresh = token('sign-in')
export const address = '/lessons/P01/hand-in'
export const whole = {
  t,
  'mark-time-and-polarity': '3',
  'mark-recall': '2',
  url: 'example.org/session',
  note: 'It opens.',
}
export const kept: HandIn = {
  url: 'https://example.org/session',
  note: 'It opens.\n<script>alert(1)</script>',
  marks: { 'time-and-polarity': 3, recall: 4 },
  at: now - dayMs,
}
export const withBrief = new Set(['E01', 'E02', 'E10', 'P01'])
export const withView = (change: Partial<PathView>) =>
  siteFixture({ journey: { viewPath: async () => pathView(change) } })
export const atGate = { enrolment: enrolment({ received: withBrief, briefAt: now - dayMs }), ahead: [] }
export const handedIn = {
  enrolment: enrolment({ received: withBrief, cleared: new Set(['P01']) }),
  ahead: [{ step: 'M07', dueAt: Date.UTC(2026, 4, 7, 5, 23) }],
  work: [{ step: 'P01', answers: {}, doneAt: kept.at, handIn: kept }],
}
export const textOf = async (answer: Response | Promise<Response>) => (await answer).text()
