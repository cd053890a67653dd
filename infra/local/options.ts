import { parseArgs } from 'node:util'
import { dayLength, parseDuration } from './duration.ts'
import { LocalProblem } from './problem.ts'

/** What the person typed after `npm start --`. */
export interface CommandOptions {
  /** How long one day lasts, in milliseconds; undefined: as long as a day. */
  readonly day: number | undefined
  readonly fresh: boolean
  readonly port: number
  readonly inboxPort: number
  readonly data: string
}

export const usage = `The whole service on this machine: site, sending, and an inbox that shows every mail.

  npm start -- [options]

  --day 20s            let a day pass in 20 seconds (5s to 24h); without it, time runs as it does
  --fresh              delete what earlier runs kept and start anew
  --port 8080          port of the site (0 takes any free one)
  --inbox-port 8081    port of the inbox
  --data .talkback     folder that keeps learners, mails, keys and the time between runs
  --help               this text
`

/** Reads the command line. Answers 'help' when that was asked for; throws a LocalProblem for what it cannot read. */
export function parseOptions(args: readonly string[]): CommandOptions | 'help' {
  const values = readFlags(args)
  if (values.help) return 'help'
  return {
    day: values.day === undefined ? undefined : readDay(values.day),
    fresh: values.fresh,
    port: readPort('--port', values.port),
    inboxPort: readPort('--inbox-port', values['inbox-port']),
    data: readFolder(values.data),
  }
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        day: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        port: { type: 'string', default: '8080' },
        'inbox-port': { type: 'string', default: '8081' },
        data: { type: 'string', default: '.talkback' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    // parseArgs says which argument it is, then advises on positional arguments, of which there are none here.
    const reason = (error as Error).message.split(/\. (?:To specify|Did you)/)[0]
    throw new LocalProblem(`${reason}. "npm start -- --help" lists the options.`)
  }
}

function readDay(text: string): number {
  const length = parseDuration(text)
  if (length === undefined) {
    throw new LocalProblem(`--day ${text} is not a length of time. Write a number and ms, s, m or h: --day 20s.`)
  }
  if (length < dayLength.shortest || length > dayLength.longest) {
    throw new LocalProblem(`--day ${text} is out of range. A day may last from 5s to 24h: --day 20s.`)
  }
  return length
}

function readPort(option: string, text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new LocalProblem(`${option} ${text} is not a port. Write a number from 1 to 65535: ${option} 8090.`)
}

function readFolder(text: string): string {
  if (text.trim() !== '') return text
  throw new LocalProblem('--data is empty. Name the folder that keeps the data: --data .talkback.')
}
