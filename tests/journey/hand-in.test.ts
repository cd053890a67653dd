import { describe, expect, it } from 'vitest'
import { hourMs } from '../../functions/domain/instant.ts'
import { createTestJourney, mondayMorning } from '../support/journey.ts'
import { pathFactory } from '../support/path.ts'
import { dueLearner, now } from './due-learner.ts'

const path = pathFactory({ steps: 'E01 P01 | B01 FIN', gate: { graceDays: 14, afterwards: 'wait', nudgeDays: [3] } })
const form = { url: 'example.org/session', note: 'Rough, but it opens.', marks: { documents: 3 } } as const
const atGate = { received: ['E01', 'P01'], lastSentAt: mondayMorning - 2 * hourMs, asks: 1 }

async function learnerAtGate(wish: Parameters<typeof dueLearner>[1] = {}) {
  const journey = createTestJourney({ path })
  const { entry } = await dueLearner(journey.store, { ...atGate, ...wish })
  return { journey, entry }
}

describe('handing in a project', () => {
  it('keeps it, marks included, and opens the next stage at the learner’s next own time', async () => {
    const { journey, entry } = await learnerAtGate()

    await journey.handIn(entry, 'P01', form, mondayMorning)

    const handIn = { ...form, url: 'https://example.org/session', at: mondayMorning }
    expect(await journey.store.findWork(entry)).toEqual([{ step: 'P01', answers: {}, doneAt: mondayMorning, handIn }])
    expect(await now(journey.store, entry)).toMatchObject({
      cleared: new Set(['P01']),
      dueAt: mondayMorning + 24 * hourMs,
      seenAt: mondayMorning,
    })
    expect((await now(journey.store, entry)).asks).toBeUndefined()
  })

  it('once more replaces what was handed in, and closes nothing', async () => {
    const { journey, entry } = await learnerAtGate()
    await journey.handIn(entry, 'P01', form, mondayMorning)
    const { dueAt } = await now(journey.store, entry)

    await journey.handIn(entry, 'P01', { ...form, note: 'Better.' }, mondayMorning + hourMs)

    expect((await journey.store.findWork(entry))[0]?.handIn?.note).toBe('Better.')
    expect((await now(journey.store, entry)).dueAt).toBe(dueAt)
  })

  it('with a link that may have been passed on replaces nothing', async () => {
    const { journey, entry } = await learnerAtGate()
    await journey.handInFirst(entry, 'P01', form, mondayMorning)

    const others = [{ note: 'Better.' }, { url: '' }, { marks: { documents: 4 } }, { marks: { documents: 3, room: 1 } }]
    for (const other of others) {
      const again = journey.handInFirst(entry, 'P01', { ...form, ...other }, mondayMorning + hourMs)
      await expect(again).rejects.toMatchObject({ code: 'hand-in-kept' })
    }

    const kept = { ...form, url: 'https://example.org/session', at: mondayMorning }
    expect((await journey.store.findWork(entry))[0]?.handIn).toEqual(kept)
    expect((await now(journey.store, entry)).cleared).toEqual(new Set(['P01']))
  })

  it('pressed twice is handed in once, and one that was cut off opens the gate by the second press', async () => {
    const { journey, entry } = await learnerAtGate()
    const handIn = { ...form, url: 'https://example.org/session', at: mondayMorning }
    await journey.store.recordWork(entry, { step: 'P01', answers: {}, doneAt: mondayMorning, handIn })

    await journey.handInFirst(entry, 'P01', form, mondayMorning + hourMs)

    expect((await journey.store.findWork(entry))[0]?.handIn).toEqual(handIn)
    expect((await now(journey.store, entry)).cleared).toEqual(new Set(['P01']))
  })

  it('is kept of who pauses or has left, whose dates it does not move', async () => {
    for (const state of ['paused', 'left', 'finished', 'undeliverable'] as const) {
      const { journey, entry } = await learnerAtGate({ state })
      await journey.handIn(entry, 'P01', form, mondayMorning)
      expect(await journey.store.findWork(entry)).toHaveLength(1)
      expect(await now(journey.store, entry)).toMatchObject({ state, dueAt: mondayMorning })
    }
  })

  it('that is refused saves nothing and opens nothing', async () => {
    const { journey, entry } = await learnerAtGate()

    const tooLong = { ...form, note: 'a'.repeat(4_001) }
    await expect(journey.handIn(entry, 'P01', tooLong, mondayMorning)).rejects.toMatchObject({ code: 'note-too-long' })
    await expect(journey.handIn(entry, 'E01', form, mondayMorning)).rejects.toMatchObject({ code: 'step-unknown' })

    expect(await journey.store.findWork(entry)).toEqual([])
    expect((await now(journey.store, entry)).cleared.size).toBe(0)
  })

  it('of who was erased is refused, and brings nothing back', async () => {
    const { journey } = await learnerAtGate()
    const gone = { learner: 'lrn_gone', path: path.id }

    await expect(journey.handIn(gone, 'P01', form, mondayMorning)).rejects.toMatchObject({ code: 'link-expired' })
    expect(journey.store.dump().works).toEqual([])
  })
})
