import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DoctorPorts } from '../../../infra/doctor/ports.ts'
import { reportOf } from '../../../infra/doctor/report.ts'
import { runDoctor } from '../../../infra/doctor/run-doctor.ts'
import { asked } from '../../../infra/doctor/unanswered.ts'
import { account, examine, examined, portsFactory } from './healthy-world.ts'

/** Which permission each check names when AWS refuses it. */
const permissions: Readonly<Record<string, string>> = {
  sender: 'ses:GetEmailIdentity',
  DKIM: 'ses:GetEmailIdentity',
  'MAIL FROM': 'ses:GetEmailIdentity',
  sandbox: 'ses:GetAccount',
  quota: 'ses:GetAccount',
  sending: 'ses:GetAccount',
  plan: 'ses:GetAccount',
  events: 'ses:GetConfigurationSetEventDestinations',
  'alarm address': 'sns:ListSubscriptionsByTopic',
  'dead letters': 'sqs:GetQueueAttributes',
  'oldest due': 'dynamodb:Query',
  unsubscribe: 'secretsmanager:GetSecretValue',
}

/** Every port of AWS's fails like this. */
function failing(fault: Error): DoctorPorts {
  const refuse = (permission: string) => () =>
    asked(permission, async () => {
      throw fault
    })
  return portsFactory({
    ses: {
      account: refuse('ses:GetAccount'),
      identity: refuse('ses:GetEmailIdentity'),
      mayConfigurationSetSend: refuse('ses:GetConfigurationSet'),
      eventDestinations: refuse('ses:GetConfigurationSetEventDestinations'),
    },
    sns: { subscriptions: refuse('sns:ListSubscriptionsByTopic') },
    sqs: { messages: refuse('sqs:GetQueueAttributes') },
    table: { oldestDue: refuse('dynamodb:Query'), isSendingStopped: refuse('dynamodb:GetItem') },
    secrets: { read: refuse('secretsmanager:GetSecretValue') },
  })
}

const named = (name: string) => Object.assign(new Error('no'), { name })

describe('the doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const findings = await examine()

    expect(Object.keys(findings)).toHaveLength(17)
    expect(Object.entries(findings).filter(([, { verdict }]) => verdict !== 'ok')).toEqual([])
  })

  it.each(['AccessDeniedException', 'AccessDenied', 'AuthorizationErrorException', 'NotAuthorized'])(
    'names the missing permission when AWS says %s, and goes on with the rest',
    async (name) => {
      const findings = await examine(failing(named(name)))

      for (const [check, permission] of Object.entries(permissions)) {
        expect(findings[check], check).toMatchObject({
          verdict: 'not known',
          remedy: expect.stringContaining(permission),
        })
      }
      for (const check of ['credentials', 'stack', 'SPF', 'DMARC', 'website']) {
        expect(findings[check], check).toMatchObject({ verdict: 'ok' })
      }
    },
  )

  it('says that nobody answered when the network is down, and when AWS is asked too often', async () => {
    expect((await examine(failing(named('TimeoutError'))))['sender']?.says).toContain(
      'no answer to ses:GetEmailIdentity',
    )
    expect((await examine(failing(named('TooManyRequestsException'))))['plan']?.says).toContain('asked too often')
  })

  it('asks AWS nothing without credentials, and still looks at DNS', async () => {
    const findings = await examine({ ...failing(named('Unexpected')), account: { accountId: async () => undefined } })

    expect(findings['credentials']).toMatchObject({
      verdict: 'broken',
      remedy: expect.stringContaining('aws sso login'),
    })
    expect(findings['sender']).toMatchObject({ verdict: 'not known', says: expect.stringContaining('not asked') })
    expect(findings['stack']).toMatchObject({ verdict: 'not known', says: expect.stringContaining('not asked') })
    expect(findings['SPF']).toMatchObject({ verdict: 'ok' })
  })

  it('says what needs the stack where there is none', async () => {
    const findings = await examine(portsFactory({ stack: async () => undefined }))

    expect(findings['stack']).toMatchObject({ verdict: 'broken', remedy: 'npm run deploy' })
    for (const check of ['events', 'alarm address', 'dead letters', 'oldest due', 'website', 'unsubscribe']) {
      expect(findings[check], check).toMatchObject({ verdict: 'not known', says: 'there is no stack to look at' })
    }
  })

  it('gives up on a check that hangs', async () => {
    const hanging = { name: 'slow', look: () => new Promise<never>(() => {}) }
    const [, slow] = await runDoctor({ name: 'first', look: async () => ({ verdict: 'ok', says: '' }) }, [hanging], {
      seconds: 20,
      wait: async () => {},
    })

    expect(slow?.finding).toMatchObject({ verdict: 'not known', says: 'no answer within 20 seconds' })
  })

  it('never throws, whatever a check does', async () => {
    const throwing = {
      name: 'odd',
      look: async () => {
        throw 'a text'
      },
    }
    const [, odd] = await runDoctor({ name: 'first', look: async () => ({ verdict: 'ok', says: '' }) }, [throwing], {
      seconds: 20,
      wait: () => new Promise<never>(() => {}),
    })

    expect(odd?.finding).toMatchObject({ verdict: 'not known', says: 'a text' })
  })
})

describe('the report', () => {
  it('has a line a check, what to do below it, and a count', () => {
    const { text, isBroken } = reportOf([
      { name: 'sender', finding: { verdict: 'ok', says: 'example.org is verified' } },
      { name: 'plan', finding: { verdict: 'attention', says: 'ESSENTIALS', remedy: 'choose NONE' } },
    ])

    expect(text.split('\n')).toEqual([
      'ok         sender           example.org is verified',
      'attention  plan             ESSENTIALS',
      '           → choose NONE',
      '',
      '1 ok, 1 attention, 0 broken, 0 not known',
    ])
    expect(isBroken).toBe(false)
  })

  it('of a new account in good order is what the README shows', async () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
    const ports = portsFactory({ ses: { account: async () => ({ ...account, plan: 'ESSENTIALS' }) } })

    expect(readme).toContain(`\n${reportOf(await examined(ports)).text}\n`)
  })

  it('is broken by one that is, and not by what is not known', () => {
    const finding = (verdict: 'broken' | 'not known') => ({ name: 'x', finding: { verdict, says: '' } })

    expect(reportOf([finding('not known')]).isBroken).toBe(false)
    expect(reportOf([finding('not known'), finding('broken')]).isBroken).toBe(true)
  })
})
