import { describe, expect, it } from 'vitest'
import type { Ask } from '../../../infra/commands/questions.ts'
import { runSetup } from '../../../infra/commands/run-setup.ts'
import { checkSettings } from '../../../infra/settings.ts'
import { printer } from './stand-ins.ts'

/** An operator who answers by the first words of a question, and says again what setup knows already. */
function operator(answers: Readonly<Record<string, string | readonly string[]>>) {
  const refusals: string[] = []
  const answerTo = (message: string) => {
    const key = Object.keys(answers).find((words) => message.startsWith(words))
    return key === undefined ? undefined : answers[key]
  }
  const ask: Ask = {
    async text({ message, initial, refuse }) {
      for (const answer of [answerTo(message) ?? initial ?? ''].flat()) {
        const refusal = refuse(answer)
        if (refusal === undefined) return answer
        refusals.push(refusal)
      }
      throw new Error(`No answer to: ${message}`)
    },
    choose: async <T extends string>(message: string) => String(answerTo(message)) as T,
  }
  return { ask, refusals }
}

const course = {
  'What is it for?': 'course',
  'In which AWS Region': 'eu-west-1',
  'Which address do lessons': 'lessons@learn.example.org',
  'Is learn.example.org already': 'no',
  'Where do learners’ answers': 'teacher@example.org',
  'Who sends': 'Example Studio',
  'Postal address': '1 Example Street, 12345 Example Town',
  'Where do alarms': 'operator@example.org',
  'Should the pages': 'none',
  'How many learners': '1000',
  'How many mails': '14',
}

async function setup(answers: Readonly<Record<string, string | readonly string[]>>, before = {}) {
  const written: unknown[] = []
  const { print, text } = printer()
  const { ask, refusals } = operator(answers)
  const problem = await runSetup({ ask, before, write: (settings) => written.push(settings), print }).then(
    () => undefined,
    (error: Error) => error,
  )
  return { written, text: text(), refusals, problem }
}

describe('setup', () => {
  it('writes settings that can be deployed, and says what is next', async () => {
    const { written, text } = await setup(course)

    expect(written).toHaveLength(1)
    expect(checkSettings(written[0]).ok).toBe(true)
    expect(written[0]).toMatchObject({ identity: { kind: 'domain', domain: 'learn.example.org' }, learners: 1_000 })
    expect(text).toMatch(/npm run synth .*npm run deploy/)
  })

  it('asks for the zones when they are in Route 53', async () => {
    const { written } = await setup({
      ...course,
      'Is learn.example.org already': 'route53',
      'Is there a DMARC': 'exists',
      'Should the pages': 'route53',
      'Which domain': 'course.example.org',
      'Id of the hosted zone': 'Z1',
      'Name of that zone': 'example.org',
    })

    const hostedZone = { id: 'Z1', name: 'example.org' }
    expect(written[0]).toMatchObject({
      identity: { kind: 'domain', hostedZone, dmarc: 'exists' },
      website: { domain: 'course.example.org', hostedZone },
    })
  })

  it('refuses a free-mail sender of a course while it is typed, with the reason', async () => {
    const { refusals, written } = await setup({
      ...course,
      'Which address do lessons': ['ada@gmail.com', 'lessons@learn.example.org'],
    })

    expect(refusals).toEqual([expect.stringMatching(/^gmail\.com belongs to a mail provider: its DMARC record/)])
    expect(written[0]).toMatchObject({ senderAddress: 'lessons@learn.example.org' })
  })

  it('takes a free-mail sender for a trial, at the sandbox’s rate', async () => {
    const { written } = await setup({
      ...course,
      'What is it for?': 'trial',
      'Which address do lessons': 'ada@gmail.com',
      'How many learners': '5',
    })

    expect(written[0]).toMatchObject({ identity: { kind: 'sandbox-address' }, mailsPerSecond: 1 })
  })

  it('refuses a Region without SES while it is typed', async () => {
    const { refusals } = await setup({ ...course, 'In which AWS Region': ['cn-north-1', 'eu-west-1'] })

    expect(refusals).toEqual([expect.stringMatching(/^"cn-north-1" has no SES\. Choose one of/)])
  })

  it('writes nothing when answers do not fit together', async () => {
    const { written, problem } = await setup({ ...course, 'How many learners': '1000000' })

    expect(problem?.message).toMatch(/nothing was written:\n {2}mailsPerSecond: /)
    expect(written).toEqual([])
  })

  it('begins from the settings there are, and keeps what it does not ask for', async () => {
    const [before] = (await setup(course)).written
    const { 'What is it for?': purpose, 'Is learn.example.org already': made, 'Should the pages': pages } = course
    const answers = { 'What is it for?': purpose, 'Is learn.example.org already': made, 'Should the pages': pages }

    const { written } = await setup(answers, { ...(before as object), logDays: 90, unknownPolicy: 'hold' })

    expect(written[0]).toEqual({ ...(before as object), logDays: 90, unknownPolicy: 'hold' })
  })
})
