/** The website: which page answers which address. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { routePath } from 'hono/route'
import { Failure } from '../domain/errors.ts'
import { apiFailure, apiGate, apiSignUp } from './api/sign-up.ts'
import { compress } from './compress.ts'
import { securityHeaders } from './headers.ts'
import { newAddress } from './pages/address/new-address.tsx'
import { otherAddress } from './pages/address/other-address.tsx'
import { answers } from './pages/answers.tsx'
import { assets } from './pages/assets.ts'
import { certificate } from './pages/certificates/certificate.tsx'
import { certificates } from './pages/certificates/certificates.tsx'
import { checkInbox } from './pages/check-inbox.tsx'
import { confirm } from './pages/confirm.tsx'
import { data } from './pages/data/data.tsx'
import { erase } from './pages/data/erase.tsx'
import { done } from './pages/done.tsx'
import { embed } from './pages/embed/embed.tsx'
import { facts } from './pages/facts.tsx'
import { finish } from './pages/finish.tsx'
import { glossary } from './pages/glossary.tsx'
import { goOn } from './pages/go-on.tsx'
import { handIn } from './pages/hand-in/hand-in.tsx'
import { landing } from './pages/landing.tsx'
import { leave } from './pages/leave.tsx'
import { lesson } from './pages/lesson.tsx'
import { next } from './pages/next.ts'
import { path } from './pages/path/path.tsx'
import { placement } from './pages/placement/placement.tsx'
import { privacy } from './pages/privacy.tsx'
import { robots } from './pages/robots.ts'
import { signIn } from './pages/sign-in.tsx'
import { signUp } from './pages/sign-up.tsx'
import { brokenPage, failurePage, methodPage, notFoundPage } from './pages/trouble.tsx'
import type { SiteDeps } from './ports.ts'
import { redact } from './redact.ts'

const bodyBytesMax = 64 * 1024

export function createSite(deps: SiteDeps): Hono {
  const site = new Hono()
  site.use(compress())
  site.use(securityHeaders())
  site.use(methodNotAllowed({ app: site, onMethodNotAllowed: (c, allowed) => methodPage(c, deps, allowed) }))
  // Before the limit: it shows again what was typed, however long.
  site.route('/', handIn(deps))
  // Before it too: leaving succeeds whatever comes with it.
  site.route('/', leave(deps))
  site.route('/', apiGate(deps))
  site.use(bodyLimit({ maxSize: bodyBytesMax, onError: refuseBody }))

  site.route('/', landing(deps))
  site.route('/', placement(deps))
  site.route('/', signUp(deps))
  site.route('/', apiSignUp(deps))
  site.route('/', embed(deps))
  site.route('/', checkInbox(deps))
  site.route('/', confirm(deps))
  // Before the lessons: the finish has a lesson's address and no lesson.
  site.route('/', finish(deps))
  site.route('/', lesson(deps))
  site.route('/', answers(deps))
  site.route('/', done(deps))
  site.route('/', next(deps))
  site.route('/', path(deps))
  site.route('/', certificates(deps))
  site.route('/', certificate(deps))
  site.route('/', data(deps))
  site.route('/', erase(deps))
  site.route('/', otherAddress(deps))
  site.route('/', newAddress(deps))
  site.route('/', goOn(deps))
  site.route('/', signIn(deps))
  site.route('/', facts(deps))
  site.route('/', glossary(deps))
  site.route('/', privacy(deps))
  site.route('/', assets(deps))
  site.route('/', robots())

  site.notFound((c) => notFoundPage(c, deps))
  site.onError((error, c) => {
    if (error instanceof Failure) return apiFailure(c, error) ?? failurePage(c, deps, error)
    // The route's pattern, never its path: that may hold a token.
    const route = `${c.req.method} ${routePath(c, -1)}`
    deps.log.error('page-broke', { route, error: error.name, message: redact(error.message) })
    return apiFailure(c, error) ?? brokenPage(c, deps)
  })
  return site
}

function refuseBody(_: Context): never {
  throw new Failure(
    'body-too-large',
    'More arrived than any form here holds, so it was not read.',
    'Go back and send a shorter text.',
  )
}
