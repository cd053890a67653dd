import { describe, expect, it } from 'vitest'
import { redact } from '../../functions/site/redact.ts'
import { count, durationShort, durationWords, hoursWords } from '../../functions/site/words/duration.ts'
import { afterYouWill, tapeWords } from '../../functions/site/words/step.ts'
import { datesIn, isoDayWords } from '../../functions/site/words/when.ts'
import { isZone, zoneGroups } from '../../functions/site/words/zones.ts'

const now = Date.UTC(2026, 4, 5, 5, 23)

describe('moments', () => {
  it.each([
    ['Europe/Berlin', 'Tuesday 5 May, 07:23 in Berlin'],
    ['America/New_York', 'Tuesday 5 May, 01:23 in New York'],
    ['America/Argentina/Buenos_Aires', 'Tuesday 5 May, 02:23 in Buenos Aires'],
    ['Pacific/Kiritimati', 'Tuesday 5 May, 19:23 in Kiritimati'],
    ['UTC', 'Tuesday 5 May, 05:23 UTC'],
    ['Etc/UTC', 'Tuesday 5 May, 05:23 UTC'],
  ])('are said in %s', (zone, words) => {
    expect(datesIn(zone, now).moment(now)).toBe(words)
  })

  it('carry their year when it is not the present one there', () => {
    const newYear = Date.UTC(2026, 11, 31, 23, 30)
    expect(datesIn('Europe/London', now).day(newYear)).toBe('Thursday 31 December')
    expect(datesIn('Europe/Berlin', now).day(newYear)).toBe('Friday 1 January 2027')
  })

  it('say midnight as 00, never as 24', () => {
    expect(datesIn('UTC', now).time(Date.UTC(2026, 4, 5))).toBe('00:00')
  })

  it('say a plain date without a zone', () => {
    expect(isoDayWords('2026-11-23')).toBe('23 November 2026')
  })
})

describe('durations', () => {
  it.each([
    [0, '0 minutes', '0 min', '0 minutes'],
    [45, '45 minutes', '45 min', '45 minutes'],
    [60, '1 hour', '1 h', '1 hour'],
    [61, '1 hour 1 minute', '1 h 01', '1 hour 1 minute'],
    [420, '7 hours', '7 h', '7 hours'],
    [9270, '154 hours 30 minutes', '154 h 30', '155 hours'],
  ])('%i minutes', (minutes, words, short, hours) => {
    expect([durationWords(minutes), durationShort(minutes), hoursWords(minutes)]).toEqual([words, short, hours])
  })

  it('count in the plural, none included', () => {
    expect([count(0, 'step'), count(1, 'step'), count(1200, 'step')]).toEqual(['0 steps', '1 step', '1,200 steps'])
  })
})

describe('steps', () => {
  it('stand on tape by their slug without the prefix of the stage', () => {
    const named = (slug: string) => tapeWords({ id: 'E10', slug, title: '' })
    expect([named('eng-phase-comb'), named('finish')]).toEqual(['phase comb', 'finish'])
  })

  it('begin an outcome small, but keep an abbreviation', () => {
    expect([afterYouWill('Predict it.'), afterYouWill('EQ it.'), afterYouWill('')]).toEqual([
      'predict it.',
      'EQ it.',
      '',
    ])
  })
})

describe('zones', () => {
  it('are offered under their present names, once each', () => {
    const ids = zoneGroups().flatMap(({ zones }) => zones.map(({ id }) => id))
    expect(ids).toEqual(expect.arrayContaining(['Europe/Kyiv', 'Asia/Kolkata', 'Europe/London', 'UTC']))
    expect(ids).not.toContain('Europe/Kiev')
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('can all be read', () => {
    for (const { zones } of zoneGroups()) for (const { id } of zones) expect(isZone(id), id).toBe(true)
  })

  it.each(['', 'Mars/Olympus', '+05:30', '-08:00', 'Europe/', '../etc/passwd'])('are not "%s"', (id) => {
    expect(isZone(id)).toBe(false)
  })
})

describe('log lines', () => {
  it.each([
    ['mail for ana@example.org failed', 'mail for [address] failed'],
    ['GET /confirm/confirm.k1.lrn_abc.0.Zm9v-_x', 'GET /confirm/[token]'],
    ['?address=ana%40example.org', '[address]'],
    ['ConditionalCheckFailedException at lrn_abc', 'ConditionalCheckFailedException at [learner]'],
  ])('lose what is a learner’s: %s', (text, safe) => {
    expect(redact(text)).toBe(safe)
  })
})
