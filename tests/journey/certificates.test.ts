import { describe, expect, it } from 'vitest'
import { createTestJourney, mondayMorning } from '../support/journey.ts'
import { pathFactory } from '../support/path.ts'
import { dueLearner } from './due-learner.ts'

const path = pathFactory({ steps: 'E01 P01 | B01 P02 FIN' })
const form = { url: 'example.org/session', note: '', marks: { documents: 3 } }

async function learnerWithStage() {
  const journey = createTestJourney({ path })
  const { entry } = await dueLearner(journey.store, { received: ['E01', 'P01'], lastSentAt: mondayMorning })
  await journey.handIn(entry, 'P01', form, mondayMorning)
  return { journey, entry }
}

describe('a certificate', () => {
  it('of a stage is shown to anybody with its address: the name chosen, and nothing else of the learner', async () => {
    const { journey, entry } = await learnerWithStage()

    const id = await journey.issueCertificate(entry, 'stage-1', ' Ada  Lovelace', mondayMorning)

    const shown = { of: 'stage-1', name: 'Ada Lovelace', issuedAt: mondayMorning }
    expect(await journey.findCertificate(id)).toEqual(shown)
    expect(await journey.viewCertificates(entry)).toEqual({ earned: ['stage-1'], issued: [{ ...shown, id }] })
    expect(id).toMatch(/^[A-Za-z0-9_-]+$/)
  })

  it('that was not earned is refused', async () => {
    const { journey, entry } = await learnerWithStage()

    for (const of of ['stage-2', 'path', 'nonsense']) {
      await expect(journey.issueCertificate(entry, of, 'Ada', mondayMorning)).rejects.toMatchObject({
        code: 'certificate-not-earned',
      })
    }
  })

  it('issued once more keeps its address and takes the new name', async () => {
    const { journey, entry } = await learnerWithStage()
    const id = await journey.issueCertificate(entry, 'stage-1', 'Ada', mondayMorning)

    expect(await journey.issueCertificate(entry, 'stage-1', 'A. L.', mondayMorning + 1)).toBe(id)

    expect(await journey.findCertificate(id)).toEqual({ of: 'stage-1', name: 'A. L.', issuedAt: mondayMorning })
  })

  it('that was withdrawn shows nothing but that, and the next one has another address', async () => {
    const { journey, entry } = await learnerWithStage()
    const id = await journey.issueCertificate(entry, 'stage-1', 'Ada', mondayMorning)

    await journey.revokeCertificate(entry, 'stage-1', mondayMorning + 1)
    await journey.revokeCertificate(entry, 'stage-1', mondayMorning + 2)

    expect(await journey.findCertificate(id)).toBe('withdrawn')
    expect((await journey.viewCertificates(entry)).issued).toEqual([])
    const next = await journey.issueCertificate(entry, 'stage-1', 'Ada', mondayMorning + 3)
    expect(next).not.toBe(id)
    expect(await journey.findCertificate(id)).toBe('withdrawn')
    expect(await journey.findCertificate(next)).toMatchObject({ name: 'Ada' })
  })

  it('that was withdrawn says so for good, however often it is made anew or renamed', async () => {
    const { journey, entry } = await learnerWithStage()
    const ids: string[] = []
    for (const name of ['Ada', 'Ada L.', 'A. L.']) {
      ids.push(await journey.issueCertificate(entry, 'stage-1', name, mondayMorning))
      await journey.revokeCertificate(entry, 'stage-1', mondayMorning)
    }
    const last = await journey.issueCertificate(entry, 'stage-1', 'Ada Lovelace', mondayMorning)
    await journey.issueCertificate(entry, 'stage-1', 'Countess of Lovelace', mondayMorning)

    expect(new Set([...ids, last]).size).toBe(4)
    for (const id of ids) expect(await journey.findCertificate(id)).toBe('withdrawn')
    expect(await journey.findCertificate(last)).toMatchObject({ name: 'Countess of Lovelace' })
    expect(JSON.stringify(journey.store.dump().certificates)).not.toMatch(/Ada|A\. L\./)
  })

  it('is found by its whole id only', async () => {
    const { journey, entry } = await learnerWithStage()
    const id = await journey.issueCertificate(entry, 'stage-1', 'Ada', mondayMorning)

    const wrong = [
      id.slice(0, -1),
      `${id}x`,
      id.replace('stage-1', 'stage-2'),
      id.replace('lou', 'ned'),
      '',
      '-',
      '../..',
    ]
    for (const other of wrong) expect(await journey.findCertificate(other)).toBeUndefined()
  })

  it('goes with the learner who is erased', async () => {
    const { journey, entry } = await learnerWithStage()
    const id = await journey.issueCertificate(entry, 'stage-1', 'Ada', mondayMorning)

    await journey.steer.eraseNow(entry, mondayMorning)

    expect(await journey.findCertificate(id)).toBeUndefined()
    expect(journey.store.dump().certificates).toEqual([])
    await expect(journey.issueCertificate(entry, 'stage-1', 'Ada', mondayMorning)).rejects.toMatchObject({
      code: 'link-expired',
    })
  })
})
