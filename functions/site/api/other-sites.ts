/** Which other sites' pages may use the interface for signing up: those of the setting, and no others. */
import type { MiddlewareHandler } from 'hono'
import { Failure } from '../../domain/errors.ts'
import type { SiteSettings } from '../ports.ts'

const preflightSeconds = '3600'

/** Answers the browser's question before the request; refuses other origins, and programs that name none, unread. */
export function forOtherSites({ embedOrigins }: Pick<SiteSettings, 'embedOrigins'>): MiddlewareHandler {
  return async function forOtherSites(c, next) {
    c.header('Vary', 'Origin')
    c.header('Cache-Control', 'no-store')
    const origin = c.req.header('origin')
    if (origin === undefined || !embedOrigins.includes(origin)) throw notAllowed()
    // Set before the work, so that errors can be read from there too.
    c.header('Access-Control-Allow-Origin', origin)
    if (c.req.method !== 'OPTIONS') return next()
    c.header('Access-Control-Allow-Methods', 'POST')
    c.header('Access-Control-Allow-Headers', 'content-type')
    c.header('Access-Control-Max-Age', preflightSeconds)
    return c.body(null, 204)
  }
}

function notAllowed(): Failure {
  return new Failure(
    'origin-not-allowed',
    'The site that this comes from is not among those that may sign learners up here.',
    'Ask the operator to add its origin, or use the plain form, which needs no permission.',
  )
}
