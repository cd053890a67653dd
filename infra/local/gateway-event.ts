import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Instant } from '../../functions/domain/instant.ts'

/**
 * The bodies that an HTTP API hands over as text. All others come in base64, forms and bodies without a type included;
 * AWS does not document the list, it was measured (github.com/ministackorg/ministack/pull/766).
 */
const textTypes = /^\s*(?:text\/[^;]+|application\/(?:json|xml|javascript))\s*(?:;|$)/i

/** The event that API Gateway's HTTP API (payload 2.0, `$default` stage) makes of a request. */
export function toGatewayEvent(request: IncomingMessage, body: Buffer, now: Instant): APIGatewayProxyEventV2 {
  const target = request.url ?? '/'
  const mark = target.indexOf('?')
  const path = decodePath(mark < 0 ? target : target.slice(0, mark))
  const rawQueryString = mark < 0 ? '' : target.slice(mark + 1)
  const { cookie, ...headers } = joinHeaders(request)
  const isText = textTypes.test(headers['content-type'] ?? '')
  const host = headers['host'] ?? 'localhost'
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString,
    ...(cookie ? { cookies: cookie.split(/;\s*/) } : {}),
    headers,
    ...(rawQueryString ? { queryStringParameters: joinQuery(rawQueryString) } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: host,
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: new Date(now).toISOString(),
      timeEpoch: now,
    },
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  }
}

/** An HTTP API decodes the path, and only the path, before it hands it over (github.com/hotsock/voker/pull/8). */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Lower-case names; a header sent twice becomes one, joined by commas. */
function joinHeaders(request: IncomingMessage): Record<string, string> {
  const joined: Record<string, string> = {}
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    joined[name] = (values ?? []).join(name === 'cookie' ? '; ' : ',')
  }
  return joined
}

function joinQuery(query: string): Record<string, string> {
  const joined: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(query)) {
    joined[name] = name in joined ? `${joined[name]},${value}` : value
  }
  return joined
}
