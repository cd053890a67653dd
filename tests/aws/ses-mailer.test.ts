import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSesMailer } from '../../functions/aws/ses-mailer.ts'
import type { OpenMailer, OutgoingMail } from '../../functions/journey/ports.ts'
import { fault, type SesEndpoint, startSesEndpoint } from '../support/ses-endpoint.ts'

let ses: SesEndpoint
let mailer: OpenMailer
beforeEach(async () => {
  ses = await startSesEndpoint()
  vi.stubEnv('AWS_REGION', 'us-east-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local')
  vi.stubEnv('AWS_ENDPOINT_URL_SES', ses.url)
  mailer = openSesMailer({ senderAddress: 'lessons@talkback.example', configurationSet: 'talkback' })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  mailer.close()
  await ses.close()
})

const everyByte = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte))

const mailFactory = (overrides: Partial<OutgoingMail> = {}): OutgoingMail => ({
  to: 'ada@example.com',
  raw: 'Subject: E01\r\n\r\nHello\r\n',
  tags: { learner: 'lrn_lou', path: 'engineer-to-producer', step: 'E01', attempt: '3' },
  ...overrides,
})

describe('a mail on the wire', () => {
  it('goes to one recipient, named apart from the message, from the sender, under the configuration set', async () => {
    ses.answerSends({ kind: 'accept', messageId: '0100-abc' })

    const outcome = await mailer.send(mailFactory())

    const [form] = ses.sends
    expect(outcome).toEqual({ kind: 'accepted', messageId: '0100-abc' })
    expect(form?.get('Source')).toBe('lessons@talkback.example')
    expect([...(form?.keys() ?? [])].filter((name) => name.startsWith('Destinations'))).toEqual([
      'Destinations.member.1',
    ])
    expect(form?.get('Destinations.member.1')).toBe('ada@example.com')
    expect(form?.get('ConfigurationSetName')).toBe('talkback')
  })

  it('carries its tags, by which events find back', async () => {
    await mailer.send(mailFactory())

    const [form] = ses.sends
    const tags = [1, 2, 3, 4].map((n) => [form?.get(`Tags.member.${n}.Name`), form?.get(`Tags.member.${n}.Value`)])
    expect(Object.fromEntries(tags)).toEqual(mailFactory().tags)
  })

  it('arrives byte for byte', async () => {
    const raw = `Subject: E01\r\n\r\n${'x'.repeat(90_000)}\r\n${everyByte}`

    await mailer.send(mailFactory({ raw }))

    const arrived = Buffer.from(ses.sends[0]?.get('RawMessage.Data') ?? '', 'base64')
    expect(arrived.equals(Buffer.from(raw, 'latin1'))).toBe(true)
  })
})

describe('the quota', () => {
  it('is SES’s rate and what is left of the day', async () => {
    ses.answerQuota({ kind: 'quota', max24HourSend: 200, maxSendRate: 1, sent: 150 })

    expect(await mailer.quota()).toEqual({ ratePerSecond: 1, leftToday: 50 })
  })

  it('without a limit leaves everything', async () => {
    ses.answerQuota({ kind: 'quota', max24HourSend: -1, maxSendRate: 80, sent: 5_000 })

    expect(await mailer.quota()).toEqual({ ratePerSecond: 80, leftToday: Number.POSITIVE_INFINITY })
  })

  it('that was passed leaves nothing, and not less', async () => {
    ses.answerQuota({ kind: 'quota', max24HourSend: 200, maxSendRate: 1, sent: 210 })

    expect(await mailer.quota()).toEqual({ ratePerSecond: 1, leftToday: 0 })
  })

  it.each([fault('Throttling'), fault('InternalFailure', 'No.', 500), { kind: 'reset' } as const])(
    'is not known when SES does not say, and is asked once',
    async (answer) => {
      ses.answerQuota(answer)

      expect(await mailer.quota()).toBeUndefined()
      expect(ses.requests).toHaveLength(1)
    },
  )
})
