import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readOptions } from '../../../infra/cost/options.ts'
import { reportOf } from '../../../infra/cost/report.ts'

const read = (words: string) => readOptions(words.split(' ').filter((word) => word !== ''))
const operation = { learners: 10_000, lessonsPerWeek: 2, pagesPerLesson: 1, mailsPerSecond: 14 }

describe('npm run cost', () => {
  it('reckons with what it is told, and with what is usual', () => {
    expect(read('--learners 10000 --lessons-per-week 2')).toEqual(operation)
    expect(read('--learners 5 --lessons-per-week 0.5 --pages-per-lesson 0 --mails-per-second 50')).toEqual({
      learners: 5,
      lessonsPerWeek: 0.5,
      pagesPerLesson: 0,
      mailsPerSecond: 50,
    })
    expect(read('--help')).toBe('help')
  })

  it.each([
    ['', '--learners is missing. Write a whole number'],
    ['--learners 10', '--lessons-per-week is missing.'],
    ['--learners 0 --lessons-per-week 2', '--learners is "0". Write a whole number from 1'],
    ['--learners 1.5 --lessons-per-week 2', '--learners is "1.5". Write a whole number'],
    ['--learners=-5 --lessons-per-week 2', '--learners is "-5".'],
    ['--learners many --lessons-per-week 2', '--learners is "many".'],
    ['--learners Infinity --lessons-per-week 2', '--learners is "Infinity".'],
    ['--learners= --lessons-per-week 2', '--learners is "".'],
    ['--learners 10 --lessons-per-week 8', '--lessons-per-week is "8". Write a number from 0.01 to 7.'],
    ['--learners 10 --lessons-per-week 2 --mails-per-second 0', '--mails-per-second is "0".'],
    ['--learners -5 --lessons-per-week 2', "Option '--learners' argument is ambiguous."],
    ['--learner 10', "Unknown option '--learner'."],
    ['10000 2', "Unexpected argument '10000'."],
  ])('says to %j in one line what is wrong', (words, says) => {
    const problem = (() => {
      try {
        return read(words)
      } catch (error) {
        return error as Error
      }
    })()

    expect(problem).toMatchObject({ name: 'CommandProblem', message: expect.stringContaining(says) })
    expect((problem as Error).message).not.toContain('\n')
  })

  it('lists each part and both plans, and holds the share against its budget', () => {
    const text = reportOf(operation)

    expect(text).toContain('10,000 learners, 2 lessons a week: 86,905 mails a month.')
    expect(text).toMatch(/à la carte {2,}Essentials\n {2}mails +8\.69 +13\.90/)
    expect(text).toMatch(/beside SES: 4\.\d % of SES à la carte, budget 5\.0 %, within\./)
    expect(text).not.toMatch(/NaN|undefined| $/m)
  })

  it('is what the README shows', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')

    expect(readme).toContain(`\n${reportOf(operation)}\n`)
  })
})
