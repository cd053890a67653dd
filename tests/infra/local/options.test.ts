import { describe, expect, it } from 'vitest'
import { parseOptions } from '../../../infra/local/options.ts'

const defaults = { day: undefined, fresh: false, port: 8080, inboxPort: 8081, data: '.talkback' }

describe('the options of npm start', () => {
  it.each([
    [[], defaults],
    [['--day', '20s'], { ...defaults, day: 20_000 }],
    [['--day=5s'], { ...defaults, day: 5_000 }],
    [['--day', '5000ms'], { ...defaults, day: 5_000 }],
    [['--day', '1.5m'], { ...defaults, day: 90_000 }],
    [['--day', '24h'], { ...defaults, day: 86_400_000 }],
    [['--fresh'], { ...defaults, fresh: true }],
    [['--port', '0', '--inbox-port', '65535'], { ...defaults, port: 0, inboxPort: 65_535 }],
    [['--data', '/tmp/rehearsal'], { ...defaults, data: '/tmp/rehearsal' }],
  ])('reads %j', (args, options) => {
    expect(parseOptions(args)).toEqual(options)
  })

  it.each([[['--help']], [['-h']], [['--help', '--day', 'nonsense']]])('shows the help for %j', (args) => {
    expect(parseOptions(args)).toBe('help')
  })

  it.each([
    [['--day', 'soon'], /^--day soon is not a length of time\. .*--day 20s/],
    [['--day', '20'], /^--day 20 is not a length of time/],
    [['--day', '-5s'], /--day/],
    [['--day', '4s'], /^--day 4s is out of range\. .*5s to 24h/],
    [['--day', '25h'], /^--day 25h is out of range/],
    [['--port', '65536'], /^--port 65536 is not a port/],
    [['--port', 'x'], /^--port x is not a port/],
    [['--inbox-port', '1.5'], /^--inbox-port 1\.5 is not a port/],
    [['--data', ''], /^--data is empty/],
    [['--speed', '3'], /'--speed'\. .*--help/],
    [['now'], /'now'.*--help/],
  ])('refuses %j and says what to write instead', (args, message) => {
    expect(() => parseOptions(args)).toThrow(
      expect.objectContaining({ name: 'LocalProblem', message: expect.stringMatching(message) }),
    )
  })
})
