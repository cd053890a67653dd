import { describe, expect, it } from 'vitest'
import type { SendingAccount } from '../../../infra/doctor/ports.ts'
import { account, examine, identity, outputs, portsFactory, settingsFactory } from './healthy-world.ts'

const withAccount = (changes: Partial<SendingAccount>) =>
  portsFactory({ ses: { account: async () => ({ ...account, ...changes }) } })
const finding = async (check: string, changes: Partial<SendingAccount>, settings = settingsFactory()) =>
  (await examine(withAccount(changes), settings))[check]

describe('the stack', () => {
  it.each([
    ['ROLLBACK_COMPLETE', 1, 'broken'],
    ['UPDATE_ROLLBACK_FAILED', 1, 'broken'],
    ['UPDATE_IN_PROGRESS', 1, 'attention'],
    ['UPDATE_ROLLBACK_COMPLETE', 1, 'attention'],
    ['CREATE_COMPLETE', undefined, 'broken'],
    ['CREATE_COMPLETE', 0, 'broken'],
    ['CREATE_COMPLETE', 2, 'attention'],
    ['CREATE_COMPLETE', 1, 'ok'],
  ])('%s of version %s is %s', async (status, version, verdict) => {
    const findings = await examine(portsFactory({ stack: async () => ({ status, version, outputs }) }))

    expect(findings['stack']).toMatchObject({ verdict })
  })

  it('that tells too little is to be deployed again', async () => {
    const { AlarmTopic: _, ...fewer } = outputs
    const findings = await examine(
      portsFactory({ stack: async () => ({ status: 'CREATE_COMPLETE', version: 1, outputs: fewer }) }),
    )

    expect(findings['alarm address']).toMatchObject({
      verdict: 'not known',
      says: expect.stringContaining('AlarmTopic'),
    })
  })
})

describe('the sender', () => {
  it('must be known to SES and verified', async () => {
    const missing = await examine(portsFactory({ ses: { identity: async () => undefined } }))
    const unverified = await examine(
      portsFactory({ ses: { identity: async () => ({ ...identity, isVerified: false }) } }),
    )

    expect(missing['sender']).toMatchObject({ verdict: 'broken', remedy: expect.stringContaining('npm run deploy') })
    expect(unverified['sender']).toMatchObject({ verdict: 'broken', remedy: expect.stringContaining('DNS records') })
  })

  it('of a trial is an address: DNS is not its operator’s, and the sandbox is where it belongs', async () => {
    const settings = settingsFactory({ identity: { kind: 'sandbox-address' }, learners: 50, mailsPerSecond: 1 })
    const findings = await examine(withAccount({ isSandbox: true, mailsADay: 200, mailsPerSecond: 1 }), settings)

    expect(findings['SPF']).toBeUndefined()
    expect(findings['DMARC']).toBeUndefined()
    expect(findings['sandbox']).toMatchObject({ verdict: 'ok' })
    expect(findings['DKIM']).toMatchObject({ verdict: 'attention' })
  })
})

describe('the account', () => {
  it('should leave the sandbox', async () => {
    expect(await finding('sandbox', { isSandbox: true })).toMatchObject({ verdict: 'attention' })
  })

  it.each([
    [{ mailsADay: 200 }, 'attention', '200 mails a day'],
    [{ mailsPerSecond: 1 }, 'attention', '1 mails a second'],
    [{ sentInDay: 49_000 }, 'attention', '49000 of 50000'],
    [{ mailsADay: -1, sentInDay: 9_000_000 }, 'ok', 'no daily limit'],
    [{ mailsADay: 1_000 }, 'ok', '1000 mails a day'],
  ] as const)('with %j has a quota that is %s', async (changes, verdict, says) => {
    expect(await finding('quota', changes)).toMatchObject({ verdict, says: expect.stringContaining(says) })
  })

  it.each([
    ['NONE', 'ok'],
    ['ESSENTIALS', 'attention'],
    ['PRO', 'attention'],
    [undefined, 'not known'],
  ])('on the plan %s is %s', async (plan, verdict) => {
    expect(await finding('plan', { plan })).toMatchObject({ verdict })
  })
})

describe('sending', () => {
  it.each([
    [{ isPaused: true }, 'broken'],
    [{ enforcement: 'SHUTDOWN' }, 'broken'],
    [{ enforcement: 'PROBATION' }, 'attention'],
    [{ enforcement: undefined }, 'ok'],
  ])('with the account at %j is %s', async (changes, verdict) => {
    expect(await finding('sending', changes)).toMatchObject({ verdict })
  })

  it('is broken without a configuration set, or with a paused one', async () => {
    const paused = await examine(portsFactory({ ses: { mayConfigurationSetSend: async () => false } }))
    const missing = await examine(portsFactory({ ses: { mayConfigurationSetSend: async () => undefined } }))

    expect(paused['sending']).toMatchObject({ verdict: 'broken', remedy: expect.stringContaining('--sending-enabled') })
    expect(missing['sending']).toMatchObject({ verdict: 'broken', remedy: 'npm run deploy' })
  })

  it('reminds an operator of having stopped it', async () => {
    const findings = await examine(portsFactory({ table: { isSendingStopped: async () => true } }))

    expect(findings['sending']).toMatchObject({
      verdict: 'attention',
      remedy: 'To go on: npm run operator -- --table Talkback-Learners resume',
    })
  })
})
