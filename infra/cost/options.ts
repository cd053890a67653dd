import { parseArgs } from 'node:util'
import { CommandProblem } from '../commands/problem.ts'
import { mailsPerSecondMax } from '../sending-capacity.ts'
import type { Operation } from './usage.ts'

export const usage = `npm run cost -- --learners 10000 --lessons-per-week 2

  --learners <number>          how many are on the path at once
  --lessons-per-week <number>  how many lessons each of them gets a week, up to 7
  --pages-per-lesson <number>  how many pages each of them opens for a lesson (1)
  --mails-per-second <number>  the rate that SES gives you (14)`

const defaults = { 'pages-per-lesson': '1', 'mails-per-second': '14' }
const range = {
  learners: { least: 1, most: 1e9, whole: true },
  'lessons-per-week': { least: 0.01, most: 7, whole: false },
  'pages-per-lesson': { least: 0, most: 1_000, whole: false },
  'mails-per-second': { least: 0.1, most: mailsPerSecondMax, whole: false },
} as const
type Name = keyof typeof range

/** Answers: what to reckon with, or "help". Throws one line for what cannot be. */
export function readOptions(words: readonly string[]): Operation | 'help' {
  const values = parsed(words)
  if (values['help'] === true) return 'help'
  const number = (name: Name) => numberOf(name, values[name])
  return {
    learners: number('learners'),
    lessonsPerWeek: number('lessons-per-week'),
    pagesPerLesson: number('pages-per-lesson'),
    mailsPerSecond: number('mails-per-second'),
  }
}

function parsed(words: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        learners: text,
        'lessons-per-week': text,
        'pages-per-lesson': text,
        'mails-per-second': text,
        help: { type: 'boolean', short: 'h' },
      },
    })
    return { ...defaults, ...values }
  } catch (error) {
    const [what] = (error instanceof Error ? error.message : String(error)).split(/[.\n]/)
    throw new CommandProblem(`${what}. --help lists what there is.`)
  }
}

function numberOf(name: Name, value: string | boolean | undefined): number {
  const { least, most, whole } = range[name]
  const wanted = `${whole ? 'a whole number' : 'a number'} from ${least} to ${most.toLocaleString('en')}`
  if (typeof value !== 'string')
    throw new CommandProblem(
      `--${name} is missing. Write ${wanted}, as in: npm run cost -- --learners 10000 --lessons-per-week 2`,
    )
  const number = value.trim() === '' ? Number.NaN : Number(value)
  const fits = number >= least && number <= most && (!whole || Number.isInteger(number))
  if (!fits) throw new CommandProblem(`--${name} is "${value}". Write ${wanted}.`)
  return number
}
