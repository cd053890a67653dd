import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, type Enrolment } from '../../functions/domain/enrolment.ts'
import { forecast } from '../../functions/domain/forecast.ts'
import { dayMs, hourMs } from '../../functions/domain/instant.ts'
import * as moves from '../../functions/domain/moves.ts'
import { nextStep } from '../../functions/domain/next-step.ts'
import { afterNothing, afterReminder, afterStep } from '../../functions/domain/outcome.ts'
import type { Weekday } from '../../functions/domain/pace.ts'
import { release } from '../../functions/domain/release.ts'
import { asDeed, asPress, asStudy } from '../../functions/domain/silence.ts'
import { enrolmentFactory, everyDay, instant, paceFactory } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'
import { travel } from '../support/travel.ts'

/** Lessons and nothing else: a project gives days of its own. */
const lessons = Array.from({ length: 99 }, (_, index) => `E${String(index + 1).padStart(2, '0')}`)
const path = pathFactory({ steps: `${lessons.join(' ')} FIN` })
/** Confirmed on a Monday; the first lesson followed at once. */
const start = instant('2026-01-05T07:00+01:00')
const on = (days: number) => start + days * dayMs
const newcomer = (wish: Partial<Enrolment> = {}) =>
  enrolmentFactory({ dueAt: start, lane: 'due', seenAt: start, ...wish })
const reminders = (enrolment: Enrolment, steps = 60) =>
  travel(path, enrolment, start, steps).reminded.map(({ reminder, at }) => [reminder, Math.round((at - start) / dayMs)])

describe('a learner who does nothing', () => {
  it('is asked after 7 days and after 30, and then the path pauses by itself', () => {
    const { enrolment, sent } = travel(path, newcomer(), start, 60)
    expect(reminders(newcomer())).toEqual([
      ['re-entry', 7],
      ['pausing', 30],
    ])
    expect(enrolment).toMatchObject({ state: 'paused', asks: 2 })
    expect(enrolment).not.toHaveProperty('dueAt')
    // The question took the place of a lesson on its day, and no lesson was left out.
    expect(sent.map(({ at }) => Math.round((at - start) / dayMs))).not.toContain(7)
    expect([...enrolment.received]).toEqual(path.steps.slice(0, sent.length).map(({ id }) => id))
  })

  it('is not asked before two of their lessons: a lesson a week leaves a fortnight', () => {
    expect(reminders(newcomer({ pace: paceFactory({ days: [1] }) }))[0]).toEqual(['re-entry', 14])
    expect(reminders(newcomer({ pace: paceFactory({ days: [1, 4] }) }))[0]).toEqual(['re-entry', 7])
  })

  it('is asked on the days that the path sets', () => {
    const strict = { ...path, reentryDays: [14, 60] as const }
    expect(travel(strict, newcomer(), start, 90).reminded.map(({ at }) => (at - start) / dayMs)).toEqual([14, 60])
  })

  it('presses twice at most in all when they only read the mails, and is never asked again', () => {
    const first = travel(path, newcomer(), start, 8).enrolment
    const goesOn = changed(first, asPress(first, {}, on(8) + hourMs))
    const second = travel(path, goesOn, on(8) + hourMs, 99)
    expect(second.reminded.map(({ reminder }) => reminder)).toEqual(['pausing'])

    const back = on(50)
    const press = moves.resume(path, second.enrolment, back)
    const third = travel(path, changed(second.enrolment, asPress(second.enrolment, press, back)), back, 99)
    expect(third.reminded).toEqual([])
    expect(third.enrolment.state).toBe('finished')
  })

  it('is not asked in place of the finish, nor when they wait for what they asked for', () => {
    const atEnd = newcomer({ received: new Set(path.steps.slice(0, -1).map(({ id }) => id)), lastSentAt: on(8) })
    expect(nextStep(path, atEnd, on(9)).kind).toBe('finish')
    expect(nextStep(path, newcomer({ asked: 'next', lastSentAt: on(8) }), on(9)).kind).toBe('send')
  })

  it('was never heard of at all: nothing says that they are silent', () => {
    const { seenAt: _, ...unheard } = newcomer({ lastSentAt: on(39) })
    expect(nextStep(path, unheard, on(40)).kind).toBe('send')
  })
})

describe('silence', () => {
  const silentFor = (days: number) => newcomer({ lastSentAt: on(days - 1), seenAt: start })

  it('does not count days on which no mail came, and begins anew with the next', () => {
    const afterOutage = newcomer({ lastSentAt: on(1) })
    expect(nextStep(path, afterOutage, on(20)).kind).toBe('send')
    const [first] = path.steps
    expect(first && afterStep(path, afterOutage, first, on(20))).toMatchObject({ seenAt: on(20) })
    expect(first && afterStep(path, silentFor(5), first, on(5))).not.toHaveProperty('seenAt')
  })

  it('does not count a pause until a day', () => {
    const pausing = newcomer({ lastSentAt: start })
    const paused = changed(pausing, asDeed(pausing, moves.pause(pausing, '2026-01-13', on(1)), on(1)))
    expect(paused.seenAt).toBe(paused.dueAt)
    expect(nextStep(path, paused, on(8)).kind).toBe('send')
  })

  it('does not count a project’s days of grace', () => {
    const short = pathFactory({ steps: 'E01 P01 | B01 B02 B03 B04 B05 B06 B07 B08 FIN' })
    const project = short.steps[1]
    const enrolment = newcomer({ received: new Set(['E01']), lastSentAt: on(1) })
    expect(project && afterStep(short, enrolment, project, on(2))).toMatchObject({ seenAt: on(16) })
    const { reminded } = travel(short, changed(enrolment, { dueAt: on(2) }), on(2), 9)
    expect(reminded.map(({ reminder, at }) => [reminder, (at - start) / dayMs])).toEqual([['re-entry', 23]])
  })

  it('ends with study, written once a day', () => {
    const silent = newcomer({ asks: 1 })
    expect(asStudy(silent, on(9))).toEqual({ seenAt: on(9), asks: null })
    expect(asStudy(changed(silent, { seenAt: on(9), asks: null }), on(9) + 23 * hourMs)).toBeUndefined()
    expect(asStudy(changed(silent, { seenAt: on(9), asks: null }), on(10))).toEqual({ seenAt: on(10), asks: null })
  })

  it('keeps, when it ends with study, the days of a project that are the learner’s own', () => {
    expect(asStudy(newcomer({ asks: 1, seenAt: on(16) }), on(9))).toEqual({ seenAt: on(16), asks: null })
  })

  it('that ended while the question was under way pauses nothing', () => {
    const silent = newcomer({ asks: 1, lastSentAt: on(29), dueAt: on(30) })
    const heard = changed(silent, asDeed(silent, {}, on(30)))
    expect(changed(heard, afterReminder(path, heard, 'pausing', on(30)))).toMatchObject({
      state: 'active',
      dueAt: on(31),
    })
    expect(afterReminder(path, heard, 'pausing', on(30))).toMatchObject({ asks: 2 })
  })

  it('asks the second time as long after the first as the path says, however late that one was', () => {
    const late = newcomer({ lastSentAt: on(27) })
    const next = changed(late, afterReminder(path, late, 're-entry', on(28)))
    expect(nextStep(path, { ...next, lastSentAt: on(50) }, on(50.9)).kind).not.toBe('pausing')
    expect(nextStep(path, { ...next, lastSentAt: on(50) }, on(51)).kind).toBe('pausing')
  })

  it('that the operator passes over begins anew', () => {
    const stuck = newcomer({ lastSentAt: on(6), stuck: 'refused', dueAt: on(7), lane: 'stuck' })
    const change = release(path, stuck, 'skip', on(7) + hourMs)
    expect(change).toMatchObject({ seenAt: on(7) + hourMs, stuck: null })
    expect(change).not.toHaveProperty('received')
  })

  it('is nothing that a forecast expects: who reads their dates is not silent', () => {
    expect(forecast(path, newcomer(), start, 40)).toHaveLength(40)
  })
})

it('a learner who studies at least once a week is never asked, at any pace', () => {
  const paces = fc.subarray<Weekday>([...everyDay], { minLength: 1 }).map((days) => paceFactory({ days }))
  fc.assert(
    fc.property(paces, fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 5, maxLength: 30 }), (pace, gaps) => {
      let enrolment = newcomer({ pace })
      let studied = start
      for (const gap of gaps) {
        const until = studied + gap * dayMs
        while (enrolment.dueAt !== undefined && enrolment.dueAt < until) {
          const at = enrolment.dueAt
          const decision = nextStep(path, enrolment, at)
          expect(['send', 'gate', 'wait', 'finish']).toContain(decision.kind)
          const change =
            'step' in decision ? afterStep(path, enrolment, decision.step, at) : afterNothing(enrolment, decision)
          enrolment = changed(enrolment, change)
        }
        studied = until
        enrolment = changed(enrolment, asStudy(enrolment, studied) ?? {})
      }
    }),
    { numRuns: 100 },
  )
})
