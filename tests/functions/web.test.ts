/** A learner's way through the website, by the real function: sign up, confirm, leave. */
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { consentText } from '../../functions/site/consent-text.ts'
import { mondayMorning } from '../support/journey.ts'
import { httpEventFactory } from '../support/lambda-events.ts'
import { type LambdaWorld, startLambdaWorld } from '../support/lambda-world.ts'

let world: LambdaWorld
let ask: (method: string, path: string, form?: Readonly<Record<string, string>>) => Promise<Answer>
beforeEach(async () => {
  world = await startLambdaWorld(mondayMorning)
  const { handler } = await import('../../functions/web.lambda.ts')
  ask = async (method, path, form) => {
    const answer = await handler(httpEventFactory(method, path, form), contextFactory())
    return {
      status: answer.statusCode,
      headers: answer.headers ?? {},
      body: answer.body,
      isBase64: answer.isBase64Encoded,
    }
  }
})
afterEach(() => world.close())

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
  readonly isBase64: boolean
}

const contextFactory = () => ({
  awsRequestId: 'request-1',
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'web',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:web',
  memoryLimitInMB: '256',
  logGroupName: 'web',
  logStreamName: 'web',
  getRemainingTimeInMillis: () => 30_000,
  done() {},
  fail() {},
  succeed() {},
})

const form = {
  address: 'ada@example.com',
  name: 'Ada',
  days: '1',
  time: '07:00',
  zone: 'Europe/Berlin',
  consent: consentText.version,
}

/** The path part of the link to this page in the last mail. */
function linkIn(page: string): string {
  const raw = Buffer.from(world.ses.sends.at(-1)?.get('RawMessage.Data') ?? '', 'base64').toString()
  const text = raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')
  return new RegExp(`https://learn\\.example\\.org(/${page}[^\\s"<>]+)`).exec(text)?.[1] ?? `no link to ${page}`
}

const enrolments = async () => (await world.table.items()).filter((item) => item['sk']?.S?.startsWith('ENROLMENT#'))

describe('the website', () => {
  it('signs up, mails the confirmation, starts the path on a press, and stops it on one click', async () => {
    const signedUp = await ask('POST', '/sign-up', form)
    const confirm = linkIn('confirm/')
    const opened = await ask('GET', confirm)
    const afterOpening = (await enrolments())[0]?.['state']?.S
    const pressed = await ask('POST', confirm, {})
    const lesson = await ask('GET', linkIn('lessons/'))
    const left = await ask('POST', linkIn('leave/'), { 'List-Unsubscribe': 'One-Click' })

    expect([signedUp, opened, pressed, lesson, left].map((answer) => answer.status)).toEqual([303, 200, 200, 200, 200])
    expect(afterOpening).toBe('pending')
    expect(world.ses.sends.map((mail) => mail.get('Destinations.member.1'))).toEqual([
      'ada@example.com',
      'ada@example.com',
    ])
    expect(left.body).toBe('')
    expect((await enrolments()).map((item) => item['state']?.S)).toEqual(['left'])
  })

  it('keeps from where consent came: what the gateway saw, not what a client says', async () => {
    await ask('POST', '/sign-up', form)

    const learner = (await world.table.items()).find((item) => item['sk']?.S === 'LEARNER')
    expect(learner?.['consentFrom']?.S).toBe('203.0.113.7')
  })

  it('hands a compressed page to the gateway as bytes in base64', async () => {
    const { handler } = await import('../../functions/web.lambda.ts')
    const event = httpEventFactory('GET', '/sign-up')
    const headers = { ...event.headers, 'accept-encoding': 'gzip, deflate, br' }
    const answer = await handler({ ...event, headers }, contextFactory())

    expect(answer.headers?.['content-encoding']).toBe('br')
    expect(answer.isBase64Encoded).toBe(true)
    const page = brotliDecompressSync(Buffer.from(answer.body, 'base64')).toString()
    expect(page).toBe((await ask('GET', '/sign-up')).body)
  })

  it('gives a sound in Base64, since API Gateway takes only text', async () => {
    const { status, headers, body, isBase64 } = await ask('GET', '/assets/au-count.5e6f.mp3')

    expect([status, isBase64, headers['content-type']]).toEqual([200, true, 'audio/mpeg'])
    expect(Buffer.from(body, 'base64').toString()).toBe('\u00ff a sound')
  })

  it('answers what it does not know with its own page, and logs no token', async () => {
    const confirm = await ask('GET', '/confirm/confirm.k1.lrn_lou.0.forgedforgedforgedfor')
    const nowhere = await ask('GET', '/nowhere')

    expect([confirm.status, nowhere.status]).toEqual([400, 404])
    expect(JSON.stringify(world.lines)).not.toContain('forged')
    expect(JSON.stringify(confirm.body)).not.toContain('at Object')
  })
})
