import type { ServerResponse } from 'node:http'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/** A Lambda's answer may hold 6 MB; with more, API Gateway answers 500. Better to meet that here first. */
const answerLimit = 6 * 1024 * 1024

/** Writes what the web handler answered, as API Gateway would. */
export function writeGatewayAnswer(response: ServerResponse, answer: APIGatewayProxyStructuredResultV2): void {
  const body = answer.body ?? ''
  if (Buffer.byteLength(body) > answerLimit)
    throw new Error('The answer holds more than the 6 MB that a Lambda may answer.')
  const bytes = Buffer.from(body, answer.isBase64Encoded ? 'base64' : 'utf8')
  response.statusCode = answer.statusCode ?? 200
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, String(value))
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/json')
  if (answer.cookies?.length) response.setHeader('set-cookie', answer.cookies)
  // For HEAD, Node leaves the body out and keeps the length.
  response.end(bytes)
}

/** The errors that API Gateway answers by itself. */
export function writeGatewayError(response: ServerResponse, status: 413 | 500): void {
  const message = status === 413 ? 'Request Entity Too Large' : 'Internal Server Error'
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ message }))
}
