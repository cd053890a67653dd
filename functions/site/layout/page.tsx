import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { SiteDeps } from '../ports.ts'
import { Shell, type ShellProps } from './shell.tsx'

export interface PageOptions extends Omit<ShellProps, 'audience'> {
  readonly status?: ContentfulStatusCode
  /** Private unless said otherwise. */
  readonly audience?: ShellProps['audience']
}

/** Answers with a whole page. */
export function page(c: Context, deps: SiteDeps, options: PageOptions, body: Child): Response | Promise<Response> {
  const { status = 200, audience = 'learner', ...shell } = options
  // Pages for everyone name the style sheet of one release, so that even they are asked for again each time.
  c.header('Cache-Control', audience === 'learner' ? 'no-store' : 'no-cache')
  const document = (
    <Shell deps={deps} audience={audience} {...shell}>
      {body}
    </Shell>
  )
  return c.html(html`<!doctype html>${document}`, status)
}
