import { expect, it } from 'vitest'
import { dayMs } from '../../functions/domain/instant.ts'
import { paused } from '../support/fake-mailer.ts'
import { createTestJourney, mondayMorning, originFactory, signUpFormFactory } from '../support/journey.ts'

const form = signUpFormFactory()

it('keeps what was skipped before anything was sent, also when they sign up twice', async () => {
  const journey = createTestJourney()
  const subject = await journey.signUp(form, originFactory())
  journey.mailer.answerNext(paused)
  await journey.confirm(subject, mondayMorning)
  await journey.steer.skip(subject, 'E01', mondayMorning)
  await journey.steer.leave(subject, mondayMorning)

  await journey.signUp(form, originFactory(mondayMorning + dayMs))
  await journey.signUp(form, originFactory(mondayMorning + 2 * dayMs))
  journey.clock.moveTo(mondayMorning + 2 * dayMs)
  await journey.confirm(subject, mondayMorning + 2 * dayMs)

  expect(journey.store.dump().enrolments[0]?.received).toEqual(new Set(['E01', 'E02']))
})
