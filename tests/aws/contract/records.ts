import { describe, expect, it } from 'vitest'
import { dueEnrolment, type StoreUnderTest, seven, strong } from './stores.ts'

const key = { learner: 'lrn_lou', path: 'engineer-to-producer' }
const expiresAt = seven + 60_000

export function recordContract(store: StoreUnderTest): void {
  describe('work', () => {
    it('gathers answers of a step, the latest of each', async () => {
      await store().recordWork(key, { step: 'E01', answers: { 'E01.1': 'missed', 'E01.2': 'knew' } })
      await store().recordWork(key, { step: 'E01', answers: { 'E01.1': 'knew', 'E01.3': 'missed' } })

      const answers = { 'E01.1': 'knew', 'E01.2': 'knew', 'E01.3': 'missed' }
      expect(await store().findWork(key)).toEqual([{ step: 'E01', answers }])
    })

    it('keeps the first time that a step was done, and its answers', async () => {
      await store().recordWork(key, { step: 'E01', answers: { 'E01.1': 'knew' } })
      await store().recordWork(key, { step: 'E01', answers: {}, doneAt: seven })
      await store().recordWork(key, { step: 'E01', answers: {}, doneAt: seven + 5 })

      expect(await store().findWork(key)).toEqual([{ step: 'E01', answers: { 'E01.1': 'knew' }, doneAt: seven }])
    })

    it('keeps what was handed in last, whole', async () => {
      const first = { url: 'https://example.org/a', note: 'Rough.', marks: { recall: 2, takes: 3 }, at: seven } as const
      const second = { note: 'Better.', marks: { recall: 4 }, at: seven + 5 } as const
      await store().recordWork(key, { step: 'P01', answers: {}, doneAt: seven, handIn: first })
      expect(await store().findWork(key)).toEqual([{ step: 'P01', answers: {}, doneAt: seven, handIn: first }])

      await store().recordWork(key, { step: 'P01', answers: {}, doneAt: seven + 5, handIn: second })
      await store().recordWork(key, { step: 'P01', answers: {}, doneAt: seven + 9 })
      expect(await store().findWork(key)).toEqual([{ step: 'P01', answers: {}, doneAt: seven, handIn: second }])
    })

    it('is kept apart by step, path and learner', async () => {
      await store().recordWork(key, { step: 'E01', answers: { 'E01.1': 'knew' } })
      await store().recordWork(key, { step: 'E02', answers: { 'E02.1': 'missed' } })
      await store().recordWork({ ...key, path: 'engineer' }, { step: 'E01', answers: { 'E01.2': 'knew' } })
      await store().recordWork({ ...key, learner: 'lrn_l' }, { step: 'E01', answers: { 'E01.3': 'knew' } })

      const found = await store().findWork(key)

      expect(found.map(({ step, answers }) => [step, answers])).toEqual([
        ['E01', { 'E01.1': 'knew' }],
        ['E02', { 'E02.1': 'missed' }],
      ])
    })
  })

  describe('certificates', () => {
    const stage = { of: 'stage-1', secret: 'abc', name: 'Ada', issuedAt: seven }

    it('are kept one for each stage and one for the path, the last of each', async () => {
      await store().recordCertificate(key, stage)
      await store().recordCertificate(key, { ...stage, of: 'path', name: 'A. L.' })
      await store().recordCertificate({ ...key, learner: 'lrn_x' }, stage)
      await store().recordCertificate(key, { ...stage, revokedAt: seven + 1 })

      const whole = { ...stage, of: 'path', name: 'A. L.' }
      expect(await store().findCertificates(key)).toEqual([whole, { ...stage, revokedAt: seven + 1 }])

      const anew = { ...stage, secret: 'ghi', withdrawnSecrets: ['abc', 'def'] }
      await store().recordCertificate(key, anew)
      expect(await store().findCertificates(key)).toEqual([whole, anew])
    })
  })

  describe('deliveries', () => {
    it('keep the first time of a fact, and gather facts', async () => {
      const delivery = { ...key, step: 'E01', attempt: 1 }
      await store().recordDelivery(delivery, 'sent', seven)
      await store().recordDelivery(delivery, 'sent', seven + 5)
      await store().recordDelivery(delivery, 'hard-bounced', seven + 9)

      const facts = { sent: seven, 'hard-bounced': seven + 9 }
      expect(await store().findDeliveries(key)).toEqual([{ ...delivery, facts }])
    })

    it('are answered by attempt, as numbers', async () => {
      for (const attempt of [10, 9, 100]) {
        await store().recordDelivery({ ...key, step: `E${attempt}`, attempt }, 'sent', seven)
      }
      await store().recordDelivery({ ...key, path: 'other', step: 'E01', attempt: 1 }, 'sent', seven)

      const found = await store().findDeliveries(key)

      expect(found.map((delivery) => delivery.attempt)).toEqual([9, 10, 100])
    })
  })

  describe('counting against a brake', () => {
    it('counts each thing in each window for itself', async () => {
      const count = (what: string, window: string) => store().countAgainst({ what, window, expiresAt })

      const tallies = [
        await count('confirm hash', '1'),
        await count('confirm hash', '1'),
        await count('confirm hash', '2'),
        await count('sign-in hash', '1'),
      ]

      expect(tallies).toEqual([1, 2, 1, 1])
    })

    it('loses no count when many come at once', async () => {
      const brake = { what: 'source 203.0.113.7', window: '1', expiresAt }

      const tallies = await Promise.all(Array.from({ length: 20 }, () => store().countAgainst(brake)))

      expect(tallies.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    })
  })

  describe('stopping all sending', () => {
    it('holds from the first time it is asked until it is lifted, however often', async () => {
      const before = await store().isSendingStopped()
      await store().stopSending()
      await store().stopSending()
      const stopped = await store().isSendingStopped()
      await store().resumeSending()
      await store().resumeSending()

      expect([before, stopped, await store().isSendingStopped()]).toEqual([false, true, false])
    })
  })

  describe('erasing a learner', () => {
    it('removes everything of theirs and nothing of anybody else’s', async () => {
      for (const learner of ['lrn_lou', 'lrn_louis']) {
        const enrolment = dueEnrolment({ learner })
        const consent = { textVersion: '1', givenAt: seven, source: 'web' }
        await store().createAddress(`hash of ${learner}`, { learner })
        await store().createLearner({ id: learner, address: 'ada@example.com', consent })
        await store().createEnrolment(enrolment)
        await store().recordWork(enrolment, { step: 'E01', answers: { 'E01.1': 'knew' } })
        await store().recordDelivery({ ...enrolment, step: 'E01', attempt: 1 }, 'sent', seven)
      }

      await store().eraseLearner(key)

      const left = await Promise.all(['lrn_lou', 'lrn_louis'].map((learner) => whatIsLeft(learner)))
      expect(left).toEqual([
        { address: true, learner: false, enrolment: false, work: 0, deliveries: 0 },
        { address: true, learner: true, enrolment: true, work: 1, deliveries: 1 },
      ])
    })

    it('is done already when nobody is there', async () => {
      await store().eraseLearner(key)

      expect(await store().findEnrolments('lrn_lou')).toEqual([])
    })
  })

  async function whatIsLeft(learner: string) {
    const enrolment = dueEnrolment({ learner })
    return {
      address: (await store().findAddress(`hash of ${learner}`)) !== undefined,
      learner: (await store().findLearner(learner)) !== undefined,
      enrolment: (await strong(store(), enrolment)) !== undefined,
      work: (await store().findWork(enrolment)).length,
      deliveries: (await store().findDeliveries(enrolment)).length,
    }
  }
}
