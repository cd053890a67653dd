/** The keys of one running function: read before the first work, and again when they may be out of date. */
import * as v from 'valibot'
import { type Instant, minuteMs, secondMs } from '../domain/instant.ts'
import type { Log } from '../journey/ports.ts'
import { readKeyDocument, secretText } from './key-document.ts'
import { type LinkKey, readLinkKeys } from './links.ts'

/** A new key signs only after every function must have read it: see `npm run rotate-keys`. */
export const keysMaxAgeMinutes = 60
/** Anybody can make up a key id; that must not become a call for each request. */
const rereadSeconds = 60

export interface KeyRingParts {
  /** `id:secret` pairs, or the ARN of the secret that holds the key document. */
  readonly linkKeys: string
  /** The permanent key, or the ARN of the secret that holds it. */
  readonly addressKey: string
  readonly readSecret: (arn: string) => Promise<string>
  readonly clock: () => Instant
  readonly log: Log
}

export function createKeyRing(parts: KeyRingParts) {
  const { log, clock } = parts
  const addressKey = createAddressKey(parts)
  const isKept = isSecretArn(parts.linkKeys)
  let linkKeys = isKept ? [] : readLinkKeys(parts.linkKeys)
  let document = ''
  let readAt = Number.NEGATIVE_INFINITY
  let unknownId: string | undefined

  const read = async () => {
    document = await parts.readSecret(parts.linkKeys)
    linkKeys = readKeyDocument(document, clock())
    readAt = clock()
  }

  const refresh = async () => {
    if (!isKept) return
    const isOld = clock() - readAt >= keysMaxAgeMinutes * minuteMs
    if (isOld && linkKeys.length === 0) await read()
    else if (isOld) await read().catch(goOn)
    else linkKeys = readKeyDocument(document, clock())
  }

  /** The known keys go on working while Secrets Manager does not answer; it is asked again in a minute. */
  const goOn = (error: unknown) => {
    readAt = clock() - (keysMaxAgeMinutes - 1) * minuteMs
    log.warn('keys-not-read', { error: error instanceof Error ? error.name : 'unknown' })
  }

  return {
    /** To be awaited before any work. Fails only while there are no keys at all. */
    async open(): Promise<void> {
      await Promise.all([addressKey.open(), refresh()])
    },
    addressKey: addressKey.current,
    linkKeys: (): readonly LinkKey[] => linkKeys,
    /** Told of a link whose key nobody here knows. */
    meetUnknown(id: string): void {
      unknownId = id
    },
    /** Answers: is the unknown key of a link known after another look? Then the request is worth asking again. */
    async hasLearned(): Promise<boolean> {
      const wanted = unknownId
      unknownId = undefined
      if (wanted === undefined || !isKept || clock() - readAt < rereadSeconds * secondMs) return false
      await read().catch(goOn)
      return linkKeys.some(({ id }) => id === wanted)
    },
  }
}

/** The key that hashes addresses: the same for ever, so it is read once. */
export function createAddressKey({ addressKey, readSecret }: Pick<KeyRingParts, 'addressKey' | 'readSecret'>) {
  let key = isSecretArn(addressKey) ? undefined : addressKey
  return {
    async open(): Promise<void> {
      key ??= checked(await readSecret(addressKey))
    },
    current(): string {
      if (key === undefined) throw new Error('Keys are opened before work begins, and these were not.')
      return key
    },
  }
}

/** With an empty key, hashes of addresses could be guessed; with another one, those who left would get mail again. */
function checked(key: string): string {
  if (v.is(secretText, key)) return key
  throw new Error(
    'The secret with the address key holds no key. Restore its previous version: infra/RUNBOOK.md, "Keys".',
  )
}

function isSecretArn(setting: string): boolean {
  return setting.startsWith('arn:')
}
