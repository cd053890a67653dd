/** Real errors of the real SDK, made by a server that answers as SES does (README, "How a step is sent"). */
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { outcomeOfFailure } from '../../functions/aws/ses-failures.ts'
import { openSesMailer } from '../../functions/aws/ses-mailer.ts'
import type { OutgoingMail, SendOutcome } from '../../functions/journey/ports.ts'
import { fault, type SesAnswer, type SesEndpoint, startSesEndpoint } from '../support/ses-endpoint.ts'

const mail: OutgoingMail = { to: 'ada@example.com', raw: 'Subject: E01\r\n\r\nHello\r\n', tags: { step: 'E01' } }
/** Short, so that a stall is over soon; long beside a loopback round trip. */
const impatient = { connectionMs: 1_000, requestMs: 300 }

let ses: SesEndpoint
beforeEach(async () => {
  ses = await startSesEndpoint()
  sendTo(ses.url)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await ses.close()
})

function sendTo(url: string): void {
  vi.stubEnv('AWS_REGION', 'us-east-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local')
  vi.stubEnv('AWS_ENDPOINT_URL_SES', url)
}

async function send(answer: SesAnswer = { kind: 'accept' }): Promise<SendOutcome> {
  ses.answerSends(answer)
  const mailer = openSesMailer({ senderAddress: 'lessons@talkback.example', configurationSet: 'talkback' }, impatient)
  try {
    return await mailer.send(mail)
  } finally {
    mailer.close()
  }
}

describe('the account’s trouble is known as such, and nothing was sent', () => {
  it.each([
    ['Throttling', 'Maximum sending rate exceeded.', 'rate'],
    ['ThrottlingException', 'Rate exceeded', 'rate'],
    ['Throttling', 'Daily message quota exceeded.', 'daily-quota'],
    ['AccountSendingPausedException', 'Account is paused.', 'paused'],
    ['ConfigurationSetSendingPausedException', 'Set is paused.', 'paused'],
    ['ConfigurationSetDoesNotExist', 'No such set.', 'configuration'],
    ['ConfigurationSetDoesNotExistException', 'No such set.', 'configuration'],
    ['MailFromDomainNotVerifiedException', 'MX is missing.', 'configuration'],
    ['MessageRejected', 'Email address is not verified. The following identities failed: x@y.example', 'configuration'],
    ['AccessDenied', 'User is not authorized to perform ses:SendRawEmail', 'configuration'],
    ['SignatureDoesNotMatch', 'The request signature does not match.', 'configuration'],
    ['InvalidClientTokenId', 'The security token is invalid.', 'configuration'],
  ] as const)('%s: %s', async (code, message, trouble) => {
    const outcome = await send(fault(code, message, code === 'AccessDenied' ? 403 : 400))

    expect(outcome).toMatchObject({ kind: 'not-sent', trouble })
    expect(ses.sends).toHaveLength(1)
  })
})

describe('a refusal of this mail is known as such', () => {
  it.each([
    ['MessageRejected', 'Address is in an unacceptable format'],
    ['InvalidParameterValue', 'Missing final @domain'],
    ['ValidationError', 'Value at tags failed to satisfy constraint'],
  ])('%s: %s', async (code, message) => {
    const outcome = await send(fault(code, message))

    expect(outcome).toEqual({ kind: 'refused', detail: expect.stringContaining(message) })
    expect(ses.sends).toHaveLength(1)
  })
})

describe('a fault that nobody has met is told by its name', () => {
  it.each([400, 403, 413])('with status %i', async (status) => {
    const outcome = await send(fault('SomethingNew', 'Never seen.', status))

    expect(outcome).toMatchObject({ kind: 'unknown-fault', name: 'SomethingNew' })
    expect(ses.sends).toHaveLength(1)
  })

  it('even when it is no answer of SES’s at all', async () => {
    const outcome = await send({ kind: 'text', status: 403, body: 'Forbidden by a proxy' })

    expect(outcome.kind).toBe('unknown-fault')
    expect(ses.sends).toHaveLength(1)
  })
})

describe('where SES may have taken the mail nobody knows, and it is sent exactly once', () => {
  it.each<[string, SesAnswer]>([
    ['a connection reset after the request was read', { kind: 'reset' }],
    ['an internal failure', fault('InternalFailure', 'Try again.', 500)],
    ['a service that is not available', fault('ServiceUnavailable', 'Busy.', 503)],
    ['a gateway’s own page', { kind: 'text', status: 502, body: '<html>Bad gateway</html>' }],
    ['no answer in time', { kind: 'stall' }],
    ['a yes that cannot be read', { kind: 'text', status: 200, body: '<SendRawEmailResponse><cut' }],
  ])('%s', async (_what, answer) => {
    const outcome = await send(answer)

    expect(outcome.kind).toBe('unknown')
    expect(ses.sends).toHaveLength(1)
  })
})

describe('where no connection stood nothing was sent', () => {
  const unreachable = { kind: 'not-sent', trouble: 'unreachable' }

  it('a refused port', async () => {
    const closed = await portOf(createServer())
    sendTo(`http://127.0.0.1:${closed}`)

    expect(await send()).toMatchObject(unreachable)
  })

  it('a name that does not exist', async () => {
    sendTo('http://no-such-host.invalid')

    expect(await send()).toMatchObject(unreachable)
  })

  it('a server that speaks no TLS', async () => {
    sendTo(ses.url.replace('http:', 'https:'))

    expect(await send()).toMatchObject(unreachable)
    expect(ses.requests).toHaveLength(0)
  })

  it('a socket that does not connect in time, in the words of the SDK', () => {
    const text =
      '@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of 2000 ms.'
    const error = Object.assign(new Error(text), { name: 'TimeoutError' })

    expect(outcomeOfFailure(error)).toMatchObject(unreachable)
  })

  it.each([
    ...['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'],
    ...['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('the system’s %s', (code) => {
    expect(outcomeOfFailure(Object.assign(new Error('connect'), { code }))).toMatchObject(unreachable)
  })

  it.each(['ECONNRESET', 'EPIPE', 'EPROTO', 'ETIMEDOUT'])('but after %s nobody knows', (code) => {
    expect(outcomeOfFailure(Object.assign(new Error('write'), { code })).kind).toBe('unknown')
  })
})

describe('what is no error', () => {
  it('is nobody’s knowledge either', () => {
    expect(outcomeOfFailure('thrown as text')).toEqual({ kind: 'unknown', detail: 'Unknown: thrown as text' })
  })
})

/** A port of this machine on which nobody listens. */
async function portOf(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
