/** What a failed `SendRawEmail` means: not sent for certain, refused, or nobody knows. */
import type { AccountTrouble, SendOutcome } from '../journey/ports.ts'

/** The account's trouble, by SES's error names: nothing was accepted. */
const troubleByName: Readonly<Record<string, AccountTrouble>> = {
  AccountSendingPausedException: 'paused',
  ConfigurationSetSendingPausedException: 'paused',
  ConfigurationSetDoesNotExist: 'configuration',
  ConfigurationSetDoesNotExistException: 'configuration',
  MailFromDomainNotVerifiedException: 'configuration',
  AccessDenied: 'configuration',
  AccessDeniedException: 'configuration',
  SignatureDoesNotMatch: 'configuration',
  IncompleteSignature: 'configuration',
  InvalidClientTokenId: 'configuration',
  MissingAuthenticationToken: 'configuration',
  ExpiredToken: 'configuration',
  RequestExpired: 'configuration',
  OptInRequired: 'configuration',
  CredentialsProviderError: 'configuration',
}

const throttlingNames = new Set([
  'Throttling',
  'ThrottlingException',
  'LimitExceededException',
  'TooManyRequestsException',
])

/** Faults of this message or address. */
const refusalNames = new Set(['MessageRejected', 'InvalidParameterValue', 'ValidationError'])

/** Failures before a connection stood: the request cannot have reached SES. */
const neverConnected = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** OpenSSL's words for a handshake that came to nothing; any other EPROTO may come later in a connection. */
const handshakeFailed = /wrong version number|handshake failure|unsupported protocol|protocol version/

interface SdkFailure {
  readonly name: string
  readonly message: string
  readonly code?: string
  readonly $metadata?: { readonly httpStatusCode?: number }
}

/** Answers: what is known of a send that threw this? Anything that may have reached SES is `unknown`. */
export function outcomeOfFailure(error: unknown): SendOutcome {
  const failure = asFailure(error)
  const detail = `${failure.name}: ${failure.message}`
  const status = failure.$metadata?.httpStatusCode
  if (throttlingNames.has(failure.name)) {
    // Rate and daily quota share one name; only the text tells them apart.
    const trouble = /daily/i.test(failure.message) ? 'daily-quota' : 'rate'
    return { kind: 'not-sent', trouble, detail }
  }
  const trouble = troubleByName[failure.name]
  if (trouble !== undefined) return { kind: 'not-sent', trouble, detail }
  if (refusalNames.has(failure.name)) {
    return /not verified/i.test(failure.message)
      ? { kind: 'not-sent', trouble: 'configuration', detail }
      : { kind: 'refused', detail }
  }
  if (isBeforeConnection(failure)) return { kind: 'not-sent', trouble: 'unreachable', detail }
  if (status !== undefined && status >= 400 && status < 500)
    return { kind: 'unknown-fault', name: failure.name, detail }
  return { kind: 'unknown', detail }
}

function isBeforeConnection(failure: SdkFailure): boolean {
  if (failure.code !== undefined && neverConnected.has(failure.code)) return true
  if (failure.code === 'EPROTO' && handshakeFailed.test(failure.message)) return true
  // The SDK's text (@smithy/node-http-handler, set-connection-timeout) when the socket did not connect in time.
  return failure.name === 'TimeoutError' && failure.message.includes('did not establish a connection')
}

function asFailure(error: unknown): SdkFailure {
  return error instanceof Error ? (error as SdkFailure) : { name: 'Unknown', message: String(error) }
}
