import { faultXml } from '../local/ses-protocol.ts'
import type { Reply } from './recorder.ts'
import type { AwsRequest } from './request.ts'

/** "Access denied", as this service says it, so that a function meets it as in the cloud. */
export function denialOf({ accessKey, service, operation }: AwsRequest): Reply {
  const message = `User: ${accessKey} is not authorized to perform: ${service}:${operation}`
  if (service === 'ses') {
    const body = faultXml({ name: 'AccessDenied', message, status: 403 }, 'rehearsal')
    return { status: 403, contentType: 'text/xml', body }
  }
  return {
    status: 400,
    contentType: 'application/x-amz-json-1.0',
    body: JSON.stringify({ __type: 'AccessDeniedException', message, Message: message }),
  }
}
