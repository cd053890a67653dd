/** What comes of a mail in a year of outages, refusals, lost answers and workers that die. */
import { dayMs, hourMs, type Instant } from '../../functions/domain/instant.ts'
import type { SendOutcome } from '../../functions/journey/ports.ts'
import { accepted, noAnswer, paused, refused } from './fake-mailer.ts'
import type { Random } from './random.ts'

export type Fate = 'accepted' | 'accepted, no answer' | 'lost, no answer' | 'refused' | 'not-sent' | 'worker dies'

const answers: Readonly<Record<Exclude<Fate, 'worker dies'>, SendOutcome>> = {
  accepted,
  'accepted, no answer': noAnswer,
  'lost, no answer': noAnswer,
  refused,
  'not-sent': paused,
}

export function fateOf(random: Random): Fate {
  if (random.chance(0.98)) return 'accepted'
  return random.pick(['accepted, no answer', 'lost, no answer', 'refused', 'worker dies'])
}

/** Answers: what does the worker learn of this fate? Throws where it does not live to learn it. */
export function answerOf(fate: Fate): SendOutcome {
  if (fate === 'worker dies') throw new Error('The worker died')
  return answers[fate]
}

/** Eight outages in a year: six of hours, two of days. */
export function outages(random: Random, start: Instant): (at: Instant) => boolean {
  const list = Array.from({ length: 8 }, (_, index) => {
    const from = start + random.between(0, 364) * dayMs + random.between(0, 23) * hourMs
    return { from, to: from + (index < 6 ? random.between(1, 12) : random.between(24, 95)) * hourMs }
  })
  return (at) => list.some(({ from, to }) => from <= at && at < to)
}
