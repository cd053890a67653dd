/** Who may open a page of settings: the owner of a fresh sign-in link. Who comes with a lesson link is mailed one. */
import type { Context } from 'hono'
import type { LinkSubject } from '../journey/ports.ts'
import { addresses } from './addresses.ts'
import { unlessLinkInvalid } from './failures.ts'
import { page } from './layout/page.tsx'
import { FreshLink } from './pages/path/fresh-link.tsx'
import type { SiteDeps } from './ports.ts'

export interface SignedIn {
  readonly subject: LinkSubject
  readonly token: string
}

/** Answers: whose settings does the link of this request open, or which page stands before them? */
export async function signedIn(c: Context, deps: SiteDeps): Promise<SignedIn | Response> {
  const token = c.req.query('t')
  if (token === undefined) return c.redirect(addresses.signIn, 302)
  const now = deps.clock()
  const isLessonLink = unlessLinkInvalid(() => deps.links.read(token, ['lesson'], now)) !== undefined
  if (isLessonLink)
    return page(
      c,
      deps,
      { title: 'A fresh link is needed', token },
      <FreshLink token={token} replyTo={deps.settings.replyTo} />,
    )
  return { subject: deps.links.read(token, ['sign-in'], now), token }
}
