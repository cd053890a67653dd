import { describe, expect, it } from 'vitest'
import type { Account } from '../../../infra/commands/ports.ts'
import { runDeploy } from '../../../infra/commands/run-deploy.ts'
import { stackVersion } from '../../../infra/stack-version.ts'
import { settingsFactory } from '../synthesised.ts'
import { accountFactory, cdkFactory, outputs, printer, stackFactory } from './stand-ins.ts'

const existing = { identity: { kind: 'existing', name: 'example.org' } }

async function deploy(changes: Partial<Account>, settings: Readonly<Record<string, unknown>> = {}, succeeds = true) {
  const cdk = cdkFactory(succeeds)
  const { print, text } = printer()
  const parts = { settings: settingsFactory(settings), account: accountFactory(changes), cdk, print }
  const problem = await runDeploy(parts).then(
    () => undefined,
    (error: Error) => error,
  )
  return { problem, changes: cdk.changes, text: text() }
}

describe('a deployment', () => {
  it.each([
    [
      'nobody signed in',
      { accountId: async () => undefined },
      {},
      /no valid AWS credentials.*aws sso login.*AWS_PROFILE.*Region may have to be switched on/,
    ],
    [
      'an account where CDK was never used',
      { isBootstrapped: async () => false },
      {},
      /never used in account 123456789012, eu-west-1\. Once: npx cdk bootstrap aws:\/\/123456789012\/eu-west-1\./,
    ],
    [
      'a stack of another making',
      { stack: async () => stackFactory({ version: undefined }) },
      {},
      /of another making; .*CHANGELOG\.md/,
    ],
    [
      'a stack that is too old to update',
      { stack: async () => stackFactory({ version: 0 }) },
      {},
      /of version 0; this checkout updates version 1 and later\. Follow the steps in CHANGELOG\.md/,
    ],
    [
      'a stack of a newer checkout',
      { stack: async () => stackFactory({ version: stackVersion + 1 }) },
      {},
      /deploying would undo newer changes\. Update this checkout \(git pull\)/,
    ],
    [
      'a stack that is being changed',
      { stack: async () => stackFactory({ status: 'UPDATE_IN_PROGRESS' }) },
      {},
      /is UPDATE_IN_PROGRESS, .*deploy again when it is settled/,
    ],
    [
      'what a failed first deployment left',
      { stack: async () => stackFactory({ status: 'ROLLBACK_COMPLETE', version: undefined, outputs: {} }) },
      {},
      /failed and left an empty stack.*npm run destroy/,
    ],
    [
      'a sender that SES does not know',
      { identity: async () => 'missing' },
      existing,
      /SES knows no identity example\.org in eu-west-1, .*Verify it there/,
    ],
    [
      'a sender that is not verified',
      { identity: async () => 'unverified' },
      existing,
      /SES has not verified the identity example\.org in eu-west-1, .*refuse every mail\. Verify it there/,
    ],
    [
      'a verified identity that it would have to make again',
      { identity: async () => 'verified' },
      {},
      /already has an identity learn\.example\.org.*\{ "kind": "existing", "name": "learn\.example\.org" \}/,
    ],
    [
      'an unverified identity that it would have to make again',
      { identity: async () => 'unverified' },
      {},
      /aws sesv2 delete-email-identity --email-identity learn\.example\.org --region eu-west-1/,
    ],
  ] satisfies [string, Partial<Account>, object, RegExp][])(
    'stops at %s with one line, before anything is changed',
    async (_what, changes, settings, says) => {
      const stopped = await deploy(changes, settings)

      expect(stopped.problem?.name).toBe('CommandProblem')
      expect(stopped.problem?.message).toMatch(says)
      expect(stopped.problem?.message).not.toContain('\n')
      expect(stopped.changes).toEqual([])
    },
  )

  it('of a fresh account goes through and says what is left to do', async () => {
    const stacks = [
      undefined,
      stackFactory({ outputs: { ...outputs, DnsSpf: 'TXT bounces.learn.example.org v=spf1' } }),
    ]
    const { problem, changes, text } = await deploy({ stack: async () => stacks.shift() })

    expect(problem).toBeUndefined()
    expect(changes).toEqual(['deploy'])
    expect(text).toMatch(/^Deploying to account 123456789012, eu-west-1\.\nDeployed: https:\/\/abc123/)
    expect(text).toContain('TXT bounces.learn.example.org v=spf1')
    expect(text).toContain('AWS Notification')
  })

  it('of what is there already updates it, with the identity that it made', async () => {
    const { problem, changes, text } = await deploy({
      stack: async () => stackFactory(),
      identity: async () => 'verified',
    })

    expect(problem).toBeUndefined()
    expect(changes).toEqual(['deploy'])
    expect(text).not.toContain('AWS Notification')
  })

  it('that fails is said to have failed, and nothing is left to do', async () => {
    const { problem, text } = await deploy({}, {}, false)

    expect(problem?.message).toMatch(/did not go through.*reason stands above/)
    expect(text).not.toContain('What is left to do')
  })
})
