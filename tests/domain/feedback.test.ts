import { describe, expect, it } from 'vitest'
import { changed, type EnrolmentState } from '../../functions/domain/enrolment.ts'
import {
  afterAcceptance,
  afterBadNews,
  type DeliveryFact,
  hasBouncedTooOften,
  type MailEvent,
} from '../../functions/domain/feedback.ts'
import { dayMs, minuteMs } from '../../functions/domain/instant.ts'
import { nextStep } from '../../functions/domain/next-step.ts'
import { type EnrolmentWish, enrolmentFactory, instant } from '../support/enrolment.ts'
import { pathFactory } from '../support/path.ts'

const path = pathFactory({ steps: 'E01 E02 P01 | B01 FIN' })
const acceptedAt = instant('2026-03-02T07:00+01:00')
const until = acceptedAt + 15 * minuteMs
const claim = (attempt: number) => ({ attempt, by: 'worker-1', until })

function mailEvent(wish: Partial<MailEvent> = {}): MailEvent {
  return { fact: 'sent', step: 'E02', attempt: 4, address: 'ada@example.com', acceptedAt, ...wish }
}

/** Its fourth send got no answer: the claim stands. */
const inDoubt = (wish: EnrolmentWish = {}) =>
  enrolmentFactory({ received: ['E01'], attempt: 4, tries: 1, claim: claim(4), dueAt: until, lane: 'due', ...wish })

const facts: DeliveryFact[] = ['sent', 'delayed', 'soft-bounced', 'hard-bounced', 'complained']

describe('an event', () => {
  it.each(facts)('that says "%s" proves that the step was sent', (fact) => {
    const enrolment = inDoubt()
    const next = changed(enrolment, afterAcceptance(path, enrolment, mailEvent({ fact })) ?? {})
    expect(next.received).toEqual(new Set(['E01', 'E02']))
    expect(next).toMatchObject({ lastSentAt: acceptedAt, dueAt: acceptedAt + dayMs, lane: 'due' })
  })

  it('that says "rejected" proves no such thing', () => {
    expect(afterAcceptance(path, inDoubt(), mailEvent({ fact: 'rejected' }))).toBeUndefined()
  })

  it('takes what it proves off the stuck list', () => {
    const enrolment = inDoubt({ stuck: 'outcome-unknown', lane: 'stuck' })
    expect(afterAcceptance(path, enrolment, mailEvent())).toMatchObject({ stuck: null, lane: 'due' })
  })

  it('of what is known already writes nothing', () => {
    const { claim: _, ...settled } = inDoubt({ received: ['E01', 'E02'] })
    expect(afterAcceptance(path, settled, mailEvent())).toBeUndefined()
  })

  it('that comes before the settle clears the claim of the same attempt, and of no other', () => {
    const received = ['E01', 'E02']
    expect(afterAcceptance(path, inDoubt({ received }), mailEvent())).toEqual({ lastSentAt: acceptedAt })
    expect(afterAcceptance(path, inDoubt({ received, claim: claim(5) }), mailEvent())).toBeUndefined()
  })

  it('of a step that the path holds no more clears its claim and counts as the day’s mail, but is not received', () => {
    const event = mailEvent({ step: 'E99' })
    expect(afterAcceptance(path, inDoubt(), event)).toEqual({ lastSentAt: event.acceptedAt })
    expect(afterAcceptance(path, inDoubt({ claim: claim(5) }), mailEvent({ step: 'E99' }))).toBeUndefined()
  })

  it('of an earlier attempt proves its step while a later one is under way', () => {
    const enrolment = inDoubt({ attempt: 5, claim: claim(5) })
    expect(afterAcceptance(path, enrolment, mailEvent())).toMatchObject({ received: ['E02'] })
  })

  it('of a life before "start over" is not counted', () => {
    const later = { attempt: 5, claim: claim(5) }
    expect(afterAcceptance(path, inDoubt({ ...later, floor: 4 }), mailEvent())).toBeUndefined()
    expect(afterAcceptance(path, inDoubt({ ...later, floor: 3 }), mailEvent())).toBeDefined()
  })

  it('of a send that "start over" overtook is the day’s mail and nothing else', () => {
    const event = mailEvent()
    expect(afterAcceptance(path, inDoubt({ floor: 4 }), event)).toEqual({ lastSentAt: event.acceptedAt })
  })

  it('of a step sent once more on request settles the wish', () => {
    const asking = inDoubt({ received: ['E01', 'E02'], asked: 'E02' })
    expect(afterAcceptance(path, asking, mailEvent())).toMatchObject({ received: ['E02'], asked: null })
  })

  it('of a step sent once more, when another one was asked for meanwhile, is the day’s mail', () => {
    const asking = inDoubt({ received: ['E01', 'E02'], asked: 'E01' })
    expect(afterAcceptance(path, asking, mailEvent())).toEqual({ lastSentAt: acceptedAt })
  })

  it('of a confirmation settles it when it is in doubt', () => {
    const pending = inDoubt({ state: 'pending', asked: 'confirmation' })
    const confirmation = mailEvent({ step: 'confirm' })
    expect(afterAcceptance(path, pending, confirmation)).toMatchObject({ asked: null, dueAt: acceptedAt + 7 * dayMs })
    expect(afterAcceptance(path, inDoubt({ state: 'pending', claim: claim(5) }), confirmation)).toBeUndefined()
  })

  it('does not bring back who left', () => {
    const change = afterAcceptance(path, inDoubt({ state: 'left' }), mailEvent())
    expect(change).toEqual({ received: ['E02'], lastSentAt: acceptedAt })
  })
})

describe('bad news', () => {
  const stuckAndAsked = (state: EnrolmentState) =>
    enrolmentFactory({ state, asked: 'next', stuck: 'refused', dueAt: until, lane: 'stuck' })

  it.each(['pending', 'active', 'paused', 'finished', 'undeliverable'] as const)(
    'of a complaint is a leave: what is %s has left, and its notes are erased after thirty days',
    (state) => {
      const enrolment = stuckAndAsked(state)
      const next = changed(enrolment, afterBadNews(enrolment, mailEvent({ fact: 'complained' })) ?? {})
      expect(next).toEqual(enrolmentFactory({ state: 'left', dueAt: acceptedAt + 30 * dayMs, lane: 'due' }))
    },
  )

  it.each(['hard-bounced', 'soft-bounced'] as const)('of an address that has %s makes it undeliverable', (fact) => {
    const enrolment = stuckAndAsked('active')
    const next = changed(enrolment, afterBadNews(enrolment, mailEvent({ fact })) ?? {})
    expect(next).toEqual(enrolmentFactory({ state: 'undeliverable' }))
  })

  it.each(['hard-bounced', 'soft-bounced'] as const)(
    'of an address that has %s before anybody confirmed leaves it to be erased as a sign-up that was ignored',
    (fact) => {
      const enrolment = enrolmentFactory({ state: 'pending', dueAt: acceptedAt + 7 * dayMs, lane: 'due' })
      const next = changed(enrolment, afterBadNews(enrolment, mailEvent({ fact })) ?? {})
      expect(next).toMatchObject({ state: 'left', dueAt: acceptedAt + 7 * dayMs })
      expect(nextStep(path, next, acceptedAt + 7 * dayMs)).toEqual({ kind: 'erase' })
    },
  )

  it('of a rejected mail asks the operator, once', () => {
    const enrolment = enrolmentFactory({ dueAt: until, lane: 'due' })
    const change = afterBadNews(enrolment, mailEvent({ fact: 'rejected' })) ?? {}
    expect(change).toEqual({ stuck: 'rejected', dueAt: acceptedAt, lane: 'stuck' })
    expect(afterBadNews(changed(enrolment, change), mailEvent({ fact: 'rejected' }))).toBeUndefined()
  })

  it.each(['hard-bounced', 'soft-bounced'] as const)('that it has %s again changes nothing', (fact) => {
    expect(afterBadNews(enrolmentFactory({ state: 'undeliverable' }), mailEvent({ fact }))).toBeUndefined()
  })

  it.each(['left', 'erasing'] as const)('changes nothing for what is %s', (state) => {
    expect(afterBadNews(enrolmentFactory({ state }), mailEvent({ fact: 'hard-bounced' }))).toBeUndefined()
  })

  it('of an address that the learner had before changes nothing', () => {
    const event = mailEvent({ fact: 'complained', address: 'old@example.com' })
    expect(afterBadNews(enrolmentFactory(), event)).toBeUndefined()
  })

  it.each(['sent', 'delayed'] as const)('is not what "%s" is', (fact) => {
    expect(afterBadNews(enrolmentFactory(), mailEvent({ fact }))).toBeUndefined()
  })

  it('of a kind that nobody knows is a bug, and says so', () => {
    const event = mailEvent({ fact: 'lost' as DeliveryFact })
    expect(() => afterBadNews(enrolmentFactory(), event)).toThrow('No such fact: lost')
  })
})

describe('soft bounces', () => {
  const bounced = { sent: acceptedAt, 'soft-bounced': acceptedAt }
  const fine = { sent: acceptedAt }

  it('are too many when the last three deliveries bounced', () => {
    expect(hasBouncedTooOften([bounced, bounced, bounced])).toBe(true)
    expect(hasBouncedTooOften([fine, bounced, bounced, bounced])).toBe(true)
  })

  it.each([
    ['two', [bounced, bounced]],
    ['three with one between that came through', [bounced, bounced, fine, bounced]],
    ['three of which the last came through', [bounced, bounced, bounced, fine]],
    ['none', []],
  ])('are not too many when they are %s', (_, deliveries) => {
    expect(hasBouncedTooOften(deliveries)).toBe(false)
  })
})
