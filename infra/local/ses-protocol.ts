/** SES's classic API, as far as this service speaks it: the Query protocol of 2010-12-01, forms in and XML out. */

/** One mail as `SendRawEmail` hands it over. */
export interface RawMail {
  /** The whole message, as bytes that the caller sent. */
  readonly raw: Buffer
  readonly source: string | undefined
  readonly destinations: readonly string[]
  readonly tags: Readonly<Record<string, string>>
  readonly configurationSet: string | undefined
}

export type SesRequest =
  | { readonly action: 'SendRawEmail'; readonly mail: RawMail }
  | { readonly action: 'GetSendQuota' }
  | { readonly action: 'unknown'; readonly name: string }

export interface SesQuota {
  /** -1: no limit. */
  readonly max24HourSend: number
  readonly maxSendRate: number
  readonly sentLast24Hours: number
}

/** A fault as SES answers it: the SDK throws an error of that name. */
export interface SesFault {
  readonly name: string
  readonly message: string
  readonly status: number
}

/** Reads the form that the SDK posts. */
export function parseSesRequest(body: string): SesRequest {
  const form = new URLSearchParams(body)
  const action = form.get('Action') ?? ''
  switch (action) {
    case 'SendRawEmail':
      return { action, mail: readMail(form) }
    case 'GetSendQuota':
      return { action }
    default:
      return { action: 'unknown', name: action }
  }
}

function readMail(form: URLSearchParams): RawMail {
  const tags: Record<string, string> = {}
  for (let member = 1; form.has(`Tags.member.${member}.Name`); member += 1) {
    tags[form.get(`Tags.member.${member}.Name`) ?? ''] = form.get(`Tags.member.${member}.Value`) ?? ''
  }
  const destinations: string[] = []
  for (let member = 1; form.has(`Destinations.member.${member}`); member += 1) {
    destinations.push(form.get(`Destinations.member.${member}`) ?? '')
  }
  return {
    raw: Buffer.from(form.get('RawMessage.Data') ?? '', 'base64'),
    source: form.get('Source') ?? undefined,
    destinations,
    tags,
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
  }
}

/** The answer to a mail that SES took. */
export function sendRawEmailXml(messageId: string, requestId: string): string {
  return answerXml('SendRawEmail', `<MessageId>${escapeXml(messageId)}</MessageId>`, requestId)
}

/** The answer to "how much may I send?". */
export function getSendQuotaXml(quota: SesQuota, requestId: string): string {
  const fields =
    `<Max24HourSend>${quota.max24HourSend}</Max24HourSend>` +
    `<MaxSendRate>${quota.maxSendRate}</MaxSendRate>` +
    `<SentLast24Hours>${quota.sentLast24Hours}</SentLast24Hours>`
  return answerXml('GetSendQuota', fields, requestId)
}

/** A fault in SES's words. */
export function faultXml(fault: SesFault, requestId: string): string {
  const type = fault.status >= 500 ? 'Receiver' : 'Sender'
  return (
    `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${escapeXml(fault.name)}</Code>` +
    `<Message>${escapeXml(fault.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`
  )
}

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/'

function answerXml(action: string, fields: string, requestId: string): string {
  return (
    `<${action}Response xmlns="${namespace}"><${action}Result>${fields}</${action}Result>` +
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`
  )
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
