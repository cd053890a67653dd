import { describe, expect, it } from 'vitest'
import { minuteMs, secondMs } from '../../functions/domain/instant.ts'
import { withKeyAdded } from '../../functions/runtime/key-document.ts'
import { createKeyRing } from '../../functions/runtime/key-ring.ts'
import { keptLog, standingClock } from '../support/journey.ts'

const linkKeys = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:links'
const addressKey = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:address'
const secret = (letter: string) => letter.repeat(64)

function ringFactory() {
  const clock = standingClock(Date.parse('2027-03-01T06:00:00Z'))
  const log = keptLog()
  const kept = { links: `{"k1":"${secret('a')}"}`, isDown: false, reads: 0 }
  const readSecret = async (arn: string) => {
    if (arn === addressKey) return secret('z')
    kept.reads++
    if (kept.isDown) throw new Error('Secrets Manager does not answer')
    return kept.links
  }
  const ring = createKeyRing({ linkKeys, addressKey, readSecret, clock, log })
  const rotate = (signsFrom: number) => {
    kept.links = withKeyAdded(kept.links, secret('b'), signsFrom).document
  }
  const signing = () => ring.linkKeys()[0]?.id
  return { ring, kept, clock, log, rotate, signing }
}

describe('the key ring', () => {
  it('reads its keys once for as long as they are fresh', async () => {
    const { ring, kept, clock } = ringFactory()

    for (let minute = 0; minute < 59; minute++) {
      await ring.open()
      clock.advance(minuteMs)
    }

    expect(kept.reads).toBe(1)
    expect(ring.addressKey()).toBe(secret('z'))
  })

  it('knows a new key within the hour and signs with it at its time, without reading again', async () => {
    const { ring, clock, rotate, signing } = ringFactory()
    await ring.open()
    rotate(clock() + 120 * minuteMs)

    clock.advance(60 * minuteMs)
    await ring.open()
    expect([signing(), ring.linkKeys().length]).toEqual(['k1', 2])

    clock.advance(60 * minuteMs)
    await ring.open()
    expect(signing()).toBe('k2')
  })

  it('looks again for the key of a link that it does not know, at most once a minute', async () => {
    const { ring, kept, clock, rotate } = ringFactory()
    await ring.open()
    rotate(clock())

    ring.meetUnknown('k2')
    expect(await ring.hasLearned()).toBe(false)
    clock.advance(60 * secondMs)
    ring.meetUnknown('k2')
    expect(await ring.hasLearned()).toBe(true)
    ring.meetUnknown('k99')
    expect(await ring.hasLearned()).toBe(false)
    expect(await ring.hasLearned()).toBe(false)

    expect(kept.reads).toBe(2)
  })

  it('goes on with the keys it has while nobody answers, and asks again a minute later', async () => {
    const { ring, kept, clock, log, signing } = ringFactory()
    await ring.open()
    kept.isDown = true
    clock.advance(60 * minuteMs)

    await ring.open()
    await ring.open()
    expect([signing(), kept.reads]).toEqual(['k1', 2])
    clock.advance(minuteMs)
    await ring.open()

    expect(kept.reads).toBe(3)
    expect(log.lines.map(({ event }) => event)).toEqual(['keys-not-read', 'keys-not-read'])
  })

  it('fails while there are no keys at all, and recovers', async () => {
    const { ring, kept, signing } = ringFactory()
    kept.isDown = true
    await expect(ring.open()).rejects.toThrow('does not answer')

    kept.isDown = false
    await ring.open()

    expect(signing()).toBe('k1')
  })

  it('asks nobody when its keys stand in the environment', async () => {
    const { clock, log } = ringFactory()
    const readSecret = () => Promise.reject(new Error('asked'))
    const ring = createKeyRing({ linkKeys: `k7:${secret('c')}`, addressKey: secret('d'), readSecret, clock, log })

    await ring.open()
    ring.meetUnknown('k8')

    expect(await ring.hasLearned()).toBe(false)
    expect([ring.linkKeys()[0]?.id, ring.addressKey()]).toEqual(['k7', secret('d')])
  })
})
