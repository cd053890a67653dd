/** What IAM is asked when a request comes in: the action, the resources, what the conditions may speak of. */
import { parseSesRequest } from '../local/ses-protocol.ts'
import type { Call } from './decide.ts'
import { fromAddressOf } from './from-address.ts'
import { arnOf } from './names.ts'
import type { AwsRequest } from './request.ts'
import type { Place } from './template.ts'

export interface SesIdentities {
  /** The identity of the account that SES would take for this address, if there is one. */
  identityOf(address: string): string | undefined
}

type Judged = Pick<Call, 'resources'> & { readonly context?: Call['context'] }

/** Answers: which call is this? An action on nothing known is one on `*`, which only a grant for everything allows. */
export function callOf(request: AwsRequest, place: Place, identities: SesIdentities): Call {
  const { resources, context = {} } = judge(request, place, identities)
  return {
    by: { role: request.accessKey },
    action: `${request.service}:${request.operation}`,
    resources,
    // Loopback is plain; in the cloud the SDK speaks TLS to every endpoint.
    context: { 'aws:securetransport': 'true', 'aws:requestedregion': request.region, ...context },
  }
}

function judge(request: AwsRequest, place: Place, identities: SesIdentities): Judged {
  const { service, operation, input, body } = request
  switch (service) {
    case 'dynamodb': {
      const table = arnOf(place, 'dynamodb', `table/${String(input['TableName'])}`)
      return { resources: [input['IndexName'] === undefined ? table : `${table}/index/${String(input['IndexName'])}`] }
    }
    case 'secretsmanager':
      return { resources: [String(input['SecretId'])] }
    case 'sqs': {
      const name = String(input['QueueUrl']).split('/').at(-1) ?? ''
      return { resources: [arnOf(place, 'sqs', name)] }
    }
    case 'ses':
      return operation === 'SendRawEmail' ? judgeSending(body, place, identities) : { resources: ['*'] }
    default:
      return { resources: ['*'] }
  }
}

/** SES asks for the sender's identity, the configuration set, and by reports each recipient's identity that is the account's. */
function judgeSending(body: string, place: Place, { identityOf }: SesIdentities): Judged {
  const request = parseSesRequest(body)
  if (request.action !== 'SendRawEmail') throw new TypeError('This is no mail.')
  const { raw, destinations, configurationSet } = request.mail
  const from = fromAddressOf(raw)
  const own = [from, ...destinations].map(identityOf).filter((identity) => identity !== undefined)
  return {
    resources: [
      // Nobody's identity, so that the send is judged also where the account has none for the sender.
      ...(own.length === 0 ? [arnOf(place, 'ses', `identity/${from}`)] : []),
      ...new Set(own.map((identity) => arnOf(place, 'ses', `identity/${identity}`))),
      ...(configurationSet === undefined ? [] : [arnOf(place, 'ses', `configuration-set/${configurationSet}`)]),
    ],
    context: { 'ses:fromaddress': from },
  }
}
