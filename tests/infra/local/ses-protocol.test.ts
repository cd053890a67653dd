import { GetSendQuotaCommand, SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses'
import { afterEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../../infra/local/listen.ts'
import type { RawMail } from '../../../infra/local/ses-protocol.ts'
import { createSes, writeFault } from '../../../infra/local/ses-server.ts'

const closing: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

function clientOf({ url }: Listening) {
  const client = new SESClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
  closing.unshift(() => client.destroy())
  return client
}

async function serveSes(accept?: (mail: RawMail) => Promise<string>) {
  const mails: RawMail[] = []
  const listening = await listen(
    createSes({
      accept: accept ?? (async (mail) => `id-${mails.push(mail)}`),
      quota: () => ({ max24HourSend: 50_000, maxSendRate: 14, sentLast24Hours: 3 }),
    }),
    { port: 0 },
  )
  closing.push(listening.close)
  return { client: clientOf(listening), mails }
}

const message = 'Subject: =?UTF-8?Q?Gr=C3=B6=C3=9Fe?=\r\nTo: ann@example.org\r\n\r\na+b/c =\r\n'

function rawEmail(change: Partial<SendRawEmailCommandInput> = {}) {
  return new SendRawEmailCommand({
    Source: 'lessons@example.org',
    Destinations: ['ann@example.org'],
    RawMessage: { Data: Buffer.from(message) },
    ConfigurationSetName: 'talkback',
    Tags: [
      { Name: 'learner', Value: 'lrn_1' },
      { Name: 'step', Value: 'E01' },
      { Name: 'attempt', Value: '1' },
    ],
    ...change,
  })
}

describe('local SES, spoken to by the real client', () => {
  it('takes a raw mail with all that came with it', async () => {
    const { client, mails } = await serveSes()

    const answer = await client.send(rawEmail())

    expect(answer.MessageId).toBe('id-1')
    expect(mails).toEqual([
      {
        raw: Buffer.from(message),
        source: 'lessons@example.org',
        destinations: ['ann@example.org'],
        tags: { learner: 'lrn_1', step: 'E01', attempt: '1' },
        configurationSet: 'talkback',
      },
    ])
  })

  it('answers the quota', async () => {
    const { client } = await serveSes()
    expect(await client.send(new GetSendQuotaCommand())).toMatchObject({
      Max24HourSend: 50_000,
      MaxSendRate: 14,
      SentLast24Hours: 3,
    })
  })

  it.each([
    ['no message', { RawMessage: { Data: new Uint8Array() } }],
    ['an address beyond 7 bits', { Destinations: ['jürgen@example.org'] }],
    ['a tag with a forbidden character', { Tags: [{ Name: 'step', Value: 'E01#2' }] }],
    ['a message over 10 MB', { RawMessage: { Data: Buffer.alloc(10 * 1024 * 1024 + 1, 65) } }],
    ['more than 50 recipients', { Destinations: Array.from({ length: 51 }, (_, n) => `a${n}@example.org`) }],
  ])('refuses %s, as the real one does', async (_, change) => {
    const { client, mails } = await serveSes()
    await expect(client.send(rawEmail(change))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      $metadata: { httpStatusCode: 400 },
    })
    expect(mails).toEqual([])
  })

  it('answers 500 when the mail could not be kept', async () => {
    const { client } = await serveSes(() => Promise.reject(new Error('disk full')))
    await expect(client.send(rawEmail())).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } })
  })
})

describe('a fault of SES', () => {
  it('is the error of that name in the client, with its message', async () => {
    const fault = {
      name: 'MessageRejected',
      message: 'Email address is not verified: <ann@example.org> & "more"',
      status: 400,
    }
    const listening = await listen((_, response) => writeFault(response, fault), { port: 0 })
    closing.push(listening.close)

    await expect(clientOf(listening).send(rawEmail())).rejects.toMatchObject({
      name: 'MessageRejected',
      message: fault.message,
      $metadata: { httpStatusCode: 400 },
    })
  })
})
