/** Learners for a crash run: every day, at hours spread over the world. */
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import type { Instant } from '../../functions/domain/instant.ts'
import { nextDue } from '../../functions/domain/pace.ts'
import { enrolmentFactory, everyDay } from '../support/enrolment.ts'
import type { Random } from '../support/random.ts'

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'UTC',
] as const

export function newLearners(random: Random, count: number, now: Instant): readonly Enrolment[] {
  return Array.from({ length: count }, () => {
    const learner = `lrn_${random.between(0, 2 ** 31).toString(36)}${random.between(0, 2 ** 31).toString(36)}`
    // Many share an hour, so that a worker has several sends under way when it dies.
    const pace = { days: everyDay, time: random.pick(['07:00', '12:00', '19:00']), zone: random.pick(zones) }
    const address = `${learner}@example.com`
    return enrolmentFactory({ learner, address, pace, dueAt: nextDue(pace, learner, now), lane: 'due' })
  })
}
