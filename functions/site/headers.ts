/** The headers that every answer carries. */
import type { MiddlewareHandler } from 'hono'

const everyAnswer: Readonly<Record<string, string>> = {
  // Nothing inline and nothing from elsewhere: a learner's name or a lesson cannot bring code with it.
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  // The address of a page may hold a token, and it must not travel to where a link leads.
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=63072000',
}

export function securityHeaders(): MiddlewareHandler {
  return async function securityHeaders(c, next) {
    await next()
    for (const [name, value] of Object.entries(everyAnswer)) c.res.headers.set(name, value)
  }
}
