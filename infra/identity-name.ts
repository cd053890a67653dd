import type { Settings } from './settings.ts'

/** Answers: what does SES know the sender by? */
export function identityName({ identity, senderAddress }: Settings): string {
  switch (identity.kind) {
    case 'domain':
      return identity.domain
    case 'existing':
      return identity.name
    case 'sandbox-address':
      return senderAddress
    default:
      return identity satisfies never
  }
}
