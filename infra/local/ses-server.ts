import { randomUUID } from 'node:crypto'
import type { RequestListener, ServerResponse } from 'node:http'
import { readBody } from './read-body.ts'
import { refusal } from './ses-checks.ts'
import {
  faultXml,
  getSendQuotaXml,
  parseSesRequest,
  type RawMail,
  type SesFault,
  type SesQuota,
  sendRawEmailXml,
} from './ses-protocol.ts'

export interface SesDeps {
  /** Keeps the mail and answers its id: from then on SES has accepted it. */
  readonly accept: (mail: RawMail) => Promise<string>
  readonly quota: () => SesQuota
}

/** Local SES: takes every mail that the real one would look at, and never delivers any. */
export function createSes({ accept, quota }: SesDeps): RequestListener {
  return async (request, response) => {
    // A mail of 10 MB is 13.4 MB in base64, and its plus signs come as three characters.
    const body = await readBody(request, 32 * 1024 * 1024)
    if (body === 'too-large')
      return writeFault(response, { name: 'RequestEntityTooLarge', message: 'Too large', status: 413 })
    const asked = parseSesRequest(body.toString('utf8'))
    switch (asked.action) {
      case 'SendRawEmail': {
        const fault = refusal(asked.mail)
        if (fault) return writeFault(response, fault)
        try {
          return writeXml(response, 200, sendRawEmailXml(await accept(asked.mail), randomUUID()))
        } catch (error) {
          return writeFault(response, { name: 'InternalFailure', message: String(error), status: 500 })
        }
      }
      case 'GetSendQuota':
        return writeXml(response, 200, getSendQuotaXml(quota(), randomUUID()))
      case 'unknown': {
        const message = `Local SES does not speak ${asked.name || 'requests without an Action'}`
        return writeFault(response, { name: 'InvalidAction', message, status: 400 })
      }
      default:
        asked satisfies never
    }
  }
}

/** Answers a fault, as SES does. */
export function writeFault(response: ServerResponse, fault: SesFault): void {
  writeXml(response, fault.status, faultXml(fault, randomUUID()))
}

function writeXml(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' })
  response.end(xml)
}
