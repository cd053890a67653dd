import { describe, expect, it } from 'vitest'
import type { Account } from '../../../infra/commands/ports.ts'
import { runDestroy } from '../../../infra/commands/run-destroy.ts'
import { settingsFactory } from '../synthesised.ts'
import { accountFactory, cdkFactory, printer, stackFactory } from './stand-ins.ts'

async function destroy(account: Partial<Account>, { answer = 'Talkback', settings = {}, succeeds = true } = {}) {
  const cdk = cdkFactory(succeeds)
  const { print, text } = printer()
  const problem = await runDestroy({
    settings: settingsFactory(settings),
    account: accountFactory(account),
    cdk,
    confirm: async (word) => word === answer,
    print,
  }).then(
    () => undefined,
    (error: Error) => error,
  )
  return { problem, changes: cdk.changes, text: text() }
}

const deployed = { stack: async () => stackFactory() }

describe('taking the stack away', () => {
  it.each([
    ['nobody signed in', { accountId: async () => undefined }, /no valid AWS credentials/],
    ['no stack', {}, /no stack Talkback in account 123456789012, eu-west-1/],
  ] satisfies [string, Partial<Account>, RegExp][])(
    'stops at %s, before anything is changed',
    async (_what, account, says) => {
      const { problem, changes } = await destroy(account)

      expect(problem?.message).toMatch(says)
      expect(changes).toEqual([])
    },
  )

  it('tells what is kept, with the commands that remove that too, and waits for its name', async () => {
    const { text, changes } = await destroy(deployed, { answer: 'yes' })

    for (const command of [
      'aws dynamodb update-table --table-name Talkback-Table-1 --no-deletion-protection-enabled --region eu-west-1',
      'aws dynamodb delete-table --table-name Talkback-Table-1 --region eu-west-1',
      'aws secretsmanager delete-secret --secret-id arn:aws:secretsmanager:eu-west-1:123456789012:secret:KeysLinkKeys-AbCdEf',
      'aws secretsmanager delete-secret --secret-id arn:aws:secretsmanager:eu-west-1:123456789012:secret:KeysAddressKey-AbCdEf',
      'aws sesv2 delete-email-identity --email-identity learn.example.org --region eu-west-1',
      'aws apigatewayv2 delete-api --api-id abc123 --region eu-west-1',
    ]) {
      expect(text).toContain(command)
    }
    expect(text).toMatch(/Nothing was changed\.$/)
    expect(changes).toEqual([])
  })

  it('goes on when its name was typed', async () => {
    const { problem, text, changes } = await destroy(deployed)

    expect(problem).toBeUndefined()
    expect(changes).toEqual(['destroy'])
    expect(text).toMatch(/The stack is gone/)
  })

  it('says nothing of an identity that was there before', async () => {
    const { text } = await destroy(deployed, { settings: { identity: { kind: 'existing', name: 'example.org' } } })

    expect(text).not.toContain('delete-email-identity')
  })

  it('of a stack that was never complete names the one thing that it may have left', async () => {
    const { text } = await destroy({ stack: async () => stackFactory({ status: 'ROLLBACK_COMPLETE', outputs: {} }) })

    expect(text).toContain('never complete')
    expect(text).toContain('aws cloudformation describe-stack-resources --stack-name Talkback --region eu-west-1')
    expect(text).not.toContain('delete-secret')
  })

  it('that fails says so', async () => {
    const { problem } = await destroy(deployed, { succeeds: false })

    expect(problem?.message).toMatch(/could not be taken away/)
  })
})
