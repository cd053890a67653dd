/** A request of an AWS SDK on the wire. */
import type { IncomingHttpHeaders } from 'node:http'

export interface AwsRequest {
  /** The access key it is signed with. A function's key is the logical id of its role. */
  readonly accessKey: string
  /** The service's name in the signature, such as `dynamodb`. */
  readonly service: string
  readonly region: string
  /** Without the service's prefix, such as `GetItem`. */
  readonly operation: string
  /** What the operation is given: JSON, or a form where the service speaks the older protocol. */
  readonly input: Readonly<Record<string, unknown>>
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const scope = /Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/

/** Answers: who asks which service for what? Throws for what is not signed as AWS asks for it. */
export function readAwsRequest(headers: IncomingHttpHeaders, body: string): AwsRequest {
  const [, accessKey, region, service] = scope.exec(headers.authorization ?? '') ?? []
  if (accessKey === undefined || region === undefined || service === undefined) {
    throw new TypeError('A request came that no AWS SDK has signed.')
  }
  const target = headers['x-amz-target']
  const input = typeof target === 'string' ? (JSON.parse(body) as Record<string, unknown>) : formOf(body)
  const operation = typeof target === 'string' ? target.slice(target.indexOf('.') + 1) : String(input['Action'])
  return { accessKey, region, service, operation, input, headers, body }
}

function formOf(body: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(body))
}
