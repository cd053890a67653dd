import { describe, expect, it } from 'vitest'
import type { Enrolment } from '../../../functions/domain/enrolment.ts'
import { nextDue } from '../../../functions/domain/pace.ts'
import type { Path } from '../../../functions/domain/path.ts'
import { whatComesNext } from '../../../infra/local/what-comes-next.ts'

const step = (id: string, kind: 'lesson' | 'project' = 'lesson', stage = 'one') =>
  ({ id, kind, stage, slug: id, title: id, minutes: 30 }) as const
const path: Path = {
  id: 'path',
  title: 'Path',
  stages: [],
  steps: [step('E01'), step('E02'), step('P01', 'project'), step('B01', 'lesson', 'two')],
  gate: { graceDays: 14, afterwards: 'wait' },
}
const now = Date.UTC(2026, 4, 6, 5, 12)
const withoutDue: Enrolment = {
  learner: 'lrn_1',
  path: 'path',
  address: 'ann@example.org',
  state: 'active',
  pace: { days: [1, 2, 3, 4, 5], time: '07:00', zone: 'Europe/Berlin' },
  received: new Set(['E01']),
  cleared: new Set(),
  lastSentAt: now,
  briefAt: now,
  rev: 1,
  attempt: 1,
  tries: 0,
  floor: 0,
}
const enrolment: Enrolment = {
  ...withoutDue,
  dueAt: nextDue(withoutDue.pace, withoutDue.learner, now, now),
}

describe('what comes next for a learner', () => {
  it.each<[string, Enrolment, string | RegExp]>([
    ['a step', enrolment, /^E02 on Thursday 7 May, 07:\d\d in Berlin$/],
    ['a step after a pause', { ...enrolment, state: 'paused' }, /^E02 on Thursday 7 May, 07:\d\d in Berlin$/],
    [
      'the first lesson',
      { ...withoutDue, state: 'pending' },
      'the first lesson, when the button in this mail is pressed',
    ],
    ['a gate', { ...withoutDue, received: new Set(['E01', 'E02', 'P01']) }, 'B01, when project P01 is handed in'],
    ['an open pause', { ...withoutDue, state: 'paused' }, 'nothing until the learner returns'],
    ['the operator', { ...enrolment, stuck: 'refused' }, 'nothing until the operator looks at it (refused)'],
    ['no more', { ...withoutDue, state: 'finished' }, 'nothing, the path is finished'],
  ])('is %s', (_, given, words) => {
    expect(whatComesNext(path, given, now)).toEqual(typeof words === 'string' ? words : expect.stringMatching(words))
  })
})
