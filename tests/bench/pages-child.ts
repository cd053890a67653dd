/** Measured for its units: the real web handler, told what time it is and what is asked of it. */
import { clock } from '../../functions/runtime/clock.ts'
import { handler } from '../../functions/web.lambda.ts'
import { answering } from './answering.ts'

export interface PageOrder {
  readonly now: number
  /** With its query. */
  readonly address: string
  /** Of a form that is posted. */
  readonly fields?: Readonly<Record<string, string>>
}

type Event = Parameters<typeof handler>[0]
type Context = Parameters<typeof handler>[1]

answering<PageOrder>({}, async ({ now, address, fields }) => {
  clock.advance(now - clock())
  const answer = await handler(eventOf(address, fields) as unknown as Event, {} as Context)
  return answer.statusCode
})

/** As much of it as the handler reads. */
function eventOf(address: string, fields: PageOrder['fields']) {
  const [rawPath = '', rawQueryString = ''] = address.split('?')
  const domainName = 'course.example.org'
  const http = { method: fields ? 'POST' : 'GET', path: rawPath, sourceIp: '203.0.113.7' }
  return {
    version: '2.0',
    rawPath,
    rawQueryString,
    headers: { host: domainName, ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
    requestContext: { http, domainName },
    ...(fields ? { body: new URLSearchParams(fields).toString() } : {}),
    isBase64Encoded: false,
  }
}
