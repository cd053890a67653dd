/** Stands where AWS would: writes each request down as a call, judges it, and hands it on to what stands in for the service. */
import type { RequestListener, ServerResponse } from 'node:http'
import { readBody } from '../local/read-body.ts'
import { callOf, type SesIdentities } from './call-of-request.ts'
import { denialOf } from './denial.ts'
import type { Ledger } from './ledger.ts'
import { type AwsRequest, readAwsRequest } from './request.ts'
import type { Place } from './template.ts'

export interface Reply {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** What stands in for one service. No reply: the connection breaks. */
export type Service = (request: AwsRequest) => Promise<Reply | undefined>

export interface RecorderParts {
  readonly place: Place
  readonly ledger: Ledger
  readonly identities: SesIdentities
  /** By the service's name in a signature. */
  readonly services: Readonly<Record<string, Service>>
}

const bodyLimit = 32 * 1024 * 1024

export function createRecorder({ place, ledger, identities, services }: RecorderParts): RequestListener {
  return async (request, response) => {
    try {
      const body = await readBody(request, bodyLimit)
      if (body === 'too-large') throw new TypeError('A request is larger than AWS takes.')
      const asked = readAwsRequest(request.headers, body.toString('utf8'))
      const decision = ledger.ask(callOf(asked, place, identities))
      const service = services[asked.service]
      if (!decision.allowed || service === undefined) return write(response, denialOf(asked))
      write(response, await service(asked))
    } catch (error) {
      write(response, { status: 500, contentType: 'text/plain', body: String(error) })
    }
  }
}

function write(response: ServerResponse, reply: Reply | undefined): void {
  if (reply === undefined) {
    response.socket?.resetAndDestroy()
    return
  }
  response.writeHead(reply.status, { 'content-type': reply.contentType })
  response.end(reply.body)
}
