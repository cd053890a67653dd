import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openAccount } from '../../../infra/commands/aws-account.ts'
import { type Answers, refusal, type StandIn, startAws } from '../doctor/aws-stand-in.ts'

let aws: StandIn | undefined

async function account(answers: Answers) {
  aws = await startAws(answers)
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url)
  return openAccount('eu-west-1')
}

const stacks = (members: string) =>
  `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks>
    ${members}</Stacks></DescribeStacksResult></DescribeStacksResponse>`
const ours = `<member><StackName>Talkback</StackName><StackStatus>UPDATE_COMPLETE</StackStatus><Outputs>
  <member><OutputKey>StackVersion</OutputKey><OutputValue>1</OutputValue></member>
  <member><OutputKey>SiteUrl</OutputKey><OutputValue>https://x</OutputValue></member></Outputs></member>`
const foreign = '<member><StackName>Talkback</StackName><StackStatus>CREATE_COMPLETE</StackStatus></member>'
const identityCall = 'GET /v2/email/identities/example.org'

describe('the account through the SDK', () => {
  beforeEach(() => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'example')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example')
    vi.stubEnv('AWS_MAX_ATTEMPTS', '1')
  })

  afterEach(async () => {
    vi.unstubAllEnvs()
    await aws?.close()
    aws = undefined
  })

  it('has no id when there is nothing to sign with, or nothing valid', async () => {
    const expired = await account({ GetCallerIdentity: { fault: 'ExpiredToken' } })
    expect(await expired.accountId()).toBeUndefined()

    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE']) vi.stubEnv(name, undefined)
    for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) vi.stubEnv(name, '/nowhere')
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
    expect(await openAccount('eu-west-1').accountId()).toBeUndefined()
  })

  it('names the call that it may not make, and what to do', async () => {
    const { stack, sending, identity } = await account({ [identityCall]: refusal })

    for (const [ask, action] of [
      [stack, 'cloudformation:DescribeStacks'],
      [sending, 'ses:GetAccount'],
      [() => identity('example.org'), 'ses:GetEmailIdentity'],
    ] as const) {
      await expect(ask()).rejects.toThrow(new RegExp(`^AWS did not answer ${action} .*AccessDenied.* may not do this`))
    }
  })

  it('knows our stack by its version, another one by having none, and a missing one', async () => {
    expect(await (await account({ DescribeStacks: stacks(ours) })).stack()).toEqual({
      status: 'UPDATE_COMPLETE',
      version: 1,
      outputs: { StackVersion: '1', SiteUrl: 'https://x' },
    })
    await aws?.close()
    expect(await (await account({ DescribeStacks: stacks(foreign) })).stack()).toMatchObject({ version: undefined })
    await aws?.close()
    const absent = await account({ DescribeStacks: { fault: 'ValidationError', message: 'Stack does not exist' } })
    expect(await absent.stack()).toBeUndefined()
    expect(await absent.isBootstrapped()).toBe(false)
  })

  it('tells a verified identity from one that waits and one that is missing', async () => {
    expect(await (await account({ [identityCall]: { VerifiedForSendingStatus: true } })).identity('example.org')).toBe(
      'verified',
    )
    await aws?.close()
    expect(await (await account({ [identityCall]: {} })).identity('example.org')).toBe('unverified')
    await aws?.close()
    const missing = await account({ [identityCall]: { fault: 'NotFoundException' } })
    expect(await missing.identity('example.org')).toBe('missing')
  })

  it('takes an account that SES says little of for one in the sandbox', async () => {
    expect(await (await account({ 'GET /v2/email/account': {} })).sending()).toEqual({
      isSandbox: true,
      isPaused: false,
      mailsPerSecond: 1,
      mailsADay: 200,
      plan: undefined,
    })
  })
})
