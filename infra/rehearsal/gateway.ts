/** API Gateway: the template's routes, each handed to its function if that lets the gateway in. */
import { randomUUID } from 'node:crypto'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Instant } from '../../functions/domain/instant.ts'
import type { RehearsalFunctions } from './functions.ts'
import type { Ledger } from './ledger.ts'
import { arnOf } from './names.ts'
import { type Cloud, textOf } from './template.ts'

export interface WebRequest {
  readonly method: 'GET' | 'POST'
  /** An address as it stands in a mail or a page, whole or from the root. */
  readonly url: string
  readonly form?: Readonly<Record<string, string | readonly string[]>>
}

export interface WebAnswer {
  readonly status: number
  readonly location: string | undefined
  readonly body: string
}

export interface Gateway {
  readonly routes: readonly string[]
  /** The routes that something came by. */
  readonly used: ReadonlySet<string>
  ask(request: WebRequest): Promise<WebAnswer>
}

export interface GatewayParts {
  readonly cloud: Cloud
  readonly ledger: Ledger
  readonly functions: RehearsalFunctions
  readonly clock: () => Instant
}

/** Kept by AWS for documents (RFC 5737). */
const readersAddress = '203.0.113.7'

export function createGateway({ cloud, ledger, functions, clock }: GatewayParts): Gateway {
  const routes = new Map(
    cloud.ofType('AWS::ApiGatewayV2::Route').map(([, route]) => [textOf(route, 'RouteKey'), route]),
  )
  const integrations = new Map(cloud.ofType('AWS::ApiGatewayV2::Integration'))
  const used = new Set<string>()
  const [[apiId, api] = []] = cloud.ofType('AWS::ApiGatewayV2::Api')
  if (apiId === undefined || api === undefined) throw new TypeError('The template holds no HTTP API.')
  const endpoint = cloud.attribute(apiId, 'ApiEndpoint')
  const domains = cloud.ofType('AWS::ApiGatewayV2::DomainName').map(([id]) => `https://${cloud.ref(id)}`)

  return {
    routes: [...routes.keys()],
    used,
    async ask(request) {
      const { pathname, search, origin } = new URL(request.url, endpoint)
      if (origin !== endpoint && !domains.includes(origin)) {
        throw new Error(`A link leads to ${origin}, and the site is at ${[endpoint, ...domains].join(' and ')}.`)
      }
      const wanted = `${request.method} ${pathname}`
      const route = routes.get(wanted) ?? routes.get('$default')
      if (route === undefined) return { status: 404, location: undefined, body: '{"message":"Not Found"}' }
      const routeKey = textOf(route, 'RouteKey')
      used.add(routeKey)
      const integration = integrations.get(textOf(route, 'Target').replace('integrations/', ''))
      if (integration?.['PayloadFormatVersion'] !== '2.0')
        throw new TypeError(`${routeKey} leads to no Lambda as known here.`)
      const target = textOf(integration, 'IntegrationUri')
      ledger.demand({
        by: { service: 'apigateway.amazonaws.com' },
        action: 'lambda:InvokeFunction',
        resources: [target],
        context: {
          'aws:sourceaccount': cloud.place.account,
          'aws:sourcearn': arnOf(cloud.place, 'execute-api', `${cloud.ref(apiId)}/$default/${sourceOf(routeKey)}`),
        },
      })
      const event = eventOf(request, { routeKey, path: pathname, query: search.slice(1), now: clock(), origin })
      return answerOf((await functions.invoke(target, event)) as APIGatewayProxyStructuredResultV2)
    },
  }
}

/** How a route stands in the ARN by which the gateway calls: `POST/sign-up`. */
function sourceOf(routeKey: string): string {
  return routeKey.replace(' /', '/')
}

interface Routed {
  readonly routeKey: string
  readonly path: string
  readonly query: string
  readonly now: Instant
  readonly origin: string
}

/** Payload format 2.0. A form comes in base64. */
function eventOf({ method, form }: WebRequest, { routeKey, path, query, now, origin }: Routed): APIGatewayProxyEventV2 {
  const { hostname } = new URL(origin)
  const rawPath = decodeURIComponent(path)
  const body = form && Buffer.from(encoded(form)).toString('base64')
  const type = form && { 'content-type': 'application/x-www-form-urlencoded' }
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: query,
    headers: { host: hostname, 'user-agent': 'rehearsal', 'x-forwarded-proto': 'https', ...type },
    ...(query && { queryStringParameters: Object.fromEntries(new URLSearchParams(query)) }),
    requestContext: {
      accountId: '000000000000',
      apiId: hostname.split('.')[0] ?? '',
      domainName: hostname,
      domainPrefix: hostname.split('.')[0] ?? '',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: readersAddress, userAgent: 'rehearsal' },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date(now).toISOString(),
      timeEpoch: now,
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: body !== undefined,
  }
}

function encoded(form: NonNullable<WebRequest['form']>): string {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const each of [value].flat()) fields.append(name, each)
  return fields.toString()
}

function answerOf({ statusCode = 200, headers = {}, body = '', isBase64Encoded }: APIGatewayProxyStructuredResultV2) {
  const location = headers['location']
  return {
    status: statusCode,
    location: location === undefined ? undefined : String(location),
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').toString('utf8'),
  }
}
