import type { RequestListener } from 'node:http'
import type { Clock } from '../../functions/runtime/clock.ts'
import { writeGatewayAnswer, writeGatewayError } from './gateway-answer.ts'
import { toGatewayEvent } from './gateway-event.ts'
import type { WebHandler } from './handlers.ts'
import { createLambdaContext } from './lambda-context.ts'
import { readBody } from './read-body.ts'
import type { Work } from './work.ts'

/** What an HTTP API takes at most. */
export const requestLimit = 10 * 1024 * 1024

export interface HttpApiDeps {
  /** Asked at each request: the handler is imported after the port is open. */
  readonly web: () => Promise<WebHandler>
  readonly work: Work
  readonly clock: Clock
  /** Told of what the handler did not catch. */
  readonly onFault: (error: unknown) => void
}

/** API Gateway's HTTP API in front of the web handler. */
export function createHttpApi({ web, work, clock, onFault }: HttpApiDeps): RequestListener {
  return async (request, response) => {
    try {
      const body = await readBody(request, requestLimit)
      if (body === 'too-large') return writeGatewayError(response, 413)
      const handler = await web()
      const answer = await work.run(() => handler(toGatewayEvent(request, body, clock()), createLambdaContext(30_000)))
      writeGatewayAnswer(response, answer)
    } catch (error) {
      onFault(error)
      if (!response.headersSent) writeGatewayError(response, 500)
    }
  }
}
