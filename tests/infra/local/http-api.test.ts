import { request } from 'node:http'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { afterEach, describe, expect, it } from 'vitest'
import { createClock } from '../../../functions/runtime/clock.ts'
import { createHttpApi, requestLimit } from '../../../infra/local/http-api.ts'
import { type Listening, listen } from '../../../infra/local/listen.ts'
import { createWork } from '../../../infra/local/work.ts'

const open: Listening[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function serve(answer: APIGatewayProxyStructuredResultV2 | Error = { statusCode: 204 }) {
  const events: APIGatewayProxyEventV2[] = []
  const faults: unknown[] = []
  const web = async (event: APIGatewayProxyEventV2) => {
    events.push(event)
    if (answer instanceof Error) throw answer
    return answer
  }
  const api = createHttpApi({
    web: async () => web,
    work: createWork(),
    clock: createClock(),
    onFault: (error) => faults.push(error),
  })
  const listening = await listen(api, { port: 0 })
  open.push(listening)
  return { url: listening.url, port: listening.port, events, faults }
}

describe('what the web handler is given', () => {
  it('is the path decoded, the query as it came and taken apart', async () => {
    const { url, events } = await serve()

    await fetch(`${url}/lessons/E%2010?to=a%20b&day=1&day=2&empty=`)

    expect(events[0]).toMatchObject({
      version: '2.0',
      rawPath: '/lessons/E 10',
      rawQueryString: 'to=a%20b&day=1&day=2&empty=',
      queryStringParameters: { to: 'a b', day: '1,2', empty: '' },
      requestContext: { http: { method: 'GET', path: '/lessons/E 10', sourceIp: '127.0.0.1' }, stage: '$default' },
      isBase64Encoded: false,
    })
    expect(events[0]).not.toHaveProperty('body')
    expect(events[0]?.requestContext.requestId).toBeTruthy()
  })

  it('leaves a path that cannot be decoded as it is', async () => {
    const { url, events } = await serve()
    await fetch(`${url}/%E0%A4%A`)
    expect(events[0]?.rawPath).toBe('/%E0%A4%A')
  })

  it('has header names in lower case, repeated headers joined, and cookies apart', async () => {
    const { port, events } = await serve()

    await send({ port, headers: { 'X-Tape': ['one', 'two'], Cookie: 'a=1; b=2' } })

    expect(events[0]?.headers).toMatchObject({ 'x-tape': 'one,two' })
    expect(events[0]?.headers).not.toHaveProperty('cookie')
    expect(events[0]?.cookies).toEqual(['a=1', 'b=2'])
  })

  it.each([
    ['text/plain; charset=utf-8', 'größer', false],
    ['application/json', '{"a":1}', false],
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click', true],
    ['multipart/form-data; boundary=x', '--x--', true],
    ['application/octet-stream', '\u0000\u00ff', true],
  ])('has a body of %s as API Gateway would hand it over', async (type, body, isBase64Encoded) => {
    const { url, events } = await serve()

    await fetch(url, { method: 'POST', body, headers: { 'content-type': type } })

    const seen = events[0]
    expect(seen?.isBase64Encoded).toBe(isBase64Encoded)
    expect(Buffer.from(seen?.body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString('utf8')).toBe(body)
  })

  it('has bytes unharmed', async () => {
    const { url, events } = await serve()
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, value) => value))

    await fetch(url, { method: 'POST', body: bytes })

    expect(events[0]?.isBase64Encoded).toBe(true)
    expect(Buffer.from(events[0]?.body ?? '', 'base64')).toEqual(bytes)
  })
})

describe('what the visitor is answered', () => {
  it('is the status, headers and body of the handler', async () => {
    const { url } = await serve({
      statusCode: 201,
      headers: { 'content-type': 'text/html', 'x-count': 3 },
      body: '<p>é</p>',
    })

    const answer = await fetch(url)

    expect(answer.status).toBe(201)
    expect(answer.headers.get('content-type')).toBe('text/html')
    expect(answer.headers.get('x-count')).toBe('3')
    expect(await answer.text()).toBe('<p>é</p>')
  })

  it('keeps cookies apart', async () => {
    const { url } = await serve({ statusCode: 200, cookies: ['a=1; Path=/', 'b=2'] })
    expect((await fetch(url)).headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2'])
  })

  it('decodes a base64 body to its bytes', async () => {
    const bytes = Buffer.from([0, 255, 10, 13])
    const { url } = await serve({ statusCode: 200, isBase64Encoded: true, body: bytes.toString('base64') })
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(bytes)
  })

  it('has no body for HEAD', async () => {
    const { url, events } = await serve({ statusCode: 200, body: 'long' })

    const answer = await fetch(url, { method: 'HEAD' })

    expect(events[0]?.requestContext.http.method).toBe('HEAD')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })

  it('is 413 for a body over 10 MB, and the handler is not called', async () => {
    const { url, events } = await serve()

    const answer = await fetch(url, { method: 'POST', body: Buffer.alloc(requestLimit + 1) })

    expect(answer.status).toBe(413)
    expect(await answer.json()).toEqual({ message: 'Request Entity Too Large' })
    expect(events).toEqual([])
  })

  it('is 500 without details when the handler throws, and the operator hears of it', async () => {
    const { url, faults } = await serve(new Error('secret'))

    const answer = await fetch(url)

    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret')
    expect(faults).toEqual([new Error('secret')])
  })

  it('is 500 for an answer that no Lambda could give', async () => {
    const { url, faults } = await serve({ statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024 + 1) })
    expect((await fetch(url)).status).toBe(500)
    expect(String(faults[0])).toContain('6 MB')
  })
})

/** `fetch` joins repeated headers by itself; a bare request does not. */
function send({ port, headers }: { port: number; headers: Record<string, string | string[]> }): Promise<void> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, headers, agent: false }, (response) => response.resume().on('end', resolve))
      .on('error', reject)
      .end()
  })
}
