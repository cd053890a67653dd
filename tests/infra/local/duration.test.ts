import { expect, it } from 'vitest'
import { formatDuration, parseDuration } from '../../../infra/local/duration.ts'

it.each([
  ['250ms', 250],
  ['20s', 20_000],
  ['1.5m', 90_000],
  ['2h', 7_200_000],
  ['', undefined],
  ['20', undefined],
  ['1d', undefined],
  ['20s now', undefined],
  ['1.s', undefined],
  ['1e3s', undefined],
])('%j is %s milliseconds', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds)
})

it.each([
  [643, '0.6 seconds'],
  [1_000, '1 second'],
  [20_000, '20 seconds'],
  [90_000, '1.5 minutes'],
  [86_400_000, '1 day'],
  [320_000_000, '3.7 days'],
])('%d milliseconds are said as %j', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text)
})
