import { describe, expect, it } from 'vitest'
import { createPlaces } from '../../functions/journey/places.ts'

describe('places for work', () => {
  it('lets nobody begin while all are taken', async () => {
    const places = createPlaces(2)
    places.take()
    places.take()
    let begun = false
    const waiting = places.free().then(() => {
      begun = true
    })

    await Promise.resolve()
    expect(begun).toBe(false)
    places.leave()
    await waiting
    expect(begun).toBe(true)
  })

  it('is empty only when the last one has left', async () => {
    const places = createPlaces(2)
    places.take()
    places.take()
    let ended = false
    const empty = places.empty().then(() => {
      ended = true
    })

    places.leave()
    await Promise.resolve()
    expect(ended).toBe(false)
    places.leave()
    await empty
    expect(ended).toBe(true)
  })

  it('does not keep anybody waiting where nothing is under way', async () => {
    const places = createPlaces(1)
    await expect(Promise.all([places.free(), places.empty()])).resolves.toBeDefined()
  })
})
