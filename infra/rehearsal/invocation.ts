/** What is said between the rehearsal and a function's process. */
import type { Instant } from '../../functions/domain/instant.ts'

export interface Invocation {
  readonly id: string
  readonly event: unknown
  readonly now: Instant
  readonly timeoutMs: number
}

export type Outcome =
  | { readonly id: string; readonly answer: unknown }
  | { readonly id: string; readonly error: string }
