import { describe, expect, it } from 'vitest'
import { readKeyDocument } from '../../../functions/runtime/key-document.ts'
import type { Account } from '../../../infra/commands/ports.ts'
import { runRotateKeys } from '../../../infra/commands/run-rotate-keys.ts'
import { accountFactory, outputs, printer, stackFactory } from './stand-ins.ts'

const now = Date.parse('2027-03-01T08:00:00.000Z')
const hour = 3_600_000
const first = JSON.stringify({ k1: 'A'.repeat(64) })

async function rotate(changes: Partial<Account>) {
  const written: { arn: string; text: string }[] = []
  const { print, text } = printer()
  const account = accountFactory({
    stack: async () => stackFactory(),
    readSecret: async () => first,
    writeSecret: async (arn, document) => void written.push({ arn, text: document }),
    ...changes,
  })
  const problem = await runRotateKeys({ account, newSecret: () => 'B'.repeat(43), now, print }).then(
    () => undefined,
    (error: Error) => error,
  )
  return { problem, written, text: text() }
}

describe('a rotation', () => {
  it('adds a key that signs when every function has read it, and keeps the old one', async () => {
    const { written, text } = await rotate({})

    expect(written.map(({ arn }) => arn)).toEqual([outputs.LinkKeysSecret])
    const signing = (at: number) => readKeyDocument(written[0]?.text ?? '', at).map(({ id }) => id)
    expect(signing(now)).toEqual(['k1', 'k2'])
    expect(signing(now + 2 * hour)).toEqual(['k2', 'k1'])
    expect(text).toMatch(/Key k2 is added\. It signs from 2027-03-01T10:00:00\.000Z/)
    expect(text).not.toContain('BBB')
  })

  it.each([
    ['nobody signed in', { accountId: async () => undefined }, /no valid AWS credentials/],
    ['no stack', { stack: async () => undefined }, /no stack whose keys could be rotated\. Deploy first/],
    [
      'a key that does not sign yet',
      {
        readSecret: async () =>
          JSON.stringify({ k1: 'A'.repeat(64), k2: { secret: 'C'.repeat(43), signsFrom: '2027-03-01T09:00:00.000Z' } }),
      },
      /signs from 2027-03-01T09:00:00\.000Z\. Rotate again after that/,
    ],
    ['a secret that was edited by hand', { readSecret: async () => 'hello' }, /Restore its previous version: .*"Keys"/],
  ] satisfies [string, Partial<Account>, RegExp][])(
    'stops at %s with one line, before anything is changed',
    async (_what, changes, says) => {
      const { problem, written } = await rotate(changes)

      expect(problem?.name).toBe('CommandProblem')
      expect(problem?.message).toMatch(says)
      expect(written).toEqual([])
    },
  )
})
