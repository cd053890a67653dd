import { randomUUID } from 'node:crypto'

/** The part of Lambda's context that our handlers use. */
export interface LambdaContext {
  readonly awsRequestId: string
  getRemainingTimeInMillis(): number
}

/** Counts down from the function's timeout, in real time: a handler's own deadline does not run fast. */
export function createLambdaContext(timeoutMs: number): LambdaContext {
  const end = performance.now() + timeoutMs
  return {
    awsRequestId: randomUUID(),
    getRemainingTimeInMillis: () => Math.max(0, Math.round(end - performance.now())),
  }
}
