import type { Context } from 'hono'

/** Set by the entry from the event's source address; what a browser sends under this name is overwritten there. */
export const sourceHeader = 'x-talkback-source'

/** Answers: where does this request come from? For the brakes against abuse. */
export function sourceOf(c: Context): string {
  return c.req.header(sourceHeader) ?? 'unknown'
}
