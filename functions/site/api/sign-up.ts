/** `POST /api/sign-up`: the form for pages of other sites, by script. The same rules, brakes and answers as the page. */
import { type Context, Hono } from 'hono'
import { Failure } from '../../domain/errors.ts'
import { addresses } from '../addresses.ts'
import { statusOf } from '../failures.ts'
import type { SiteDeps } from '../ports.ts'
import { takeSignUp } from '../take-sign-up.ts'
import { forOtherSites } from './other-sites.ts'
import { readJson } from './read-json.ts'

export function apiSignUp(deps: SiteDeps): Hono {
  return new Hono().post(addresses.apiSignUp, async (c) => {
    const taken = await takeSignUp(c, deps, await readJson(c))
    if (!taken.ok) return c.json({ problems: taken.problems }, 422)
    return c.json({ message: checkInbox, next: deps.settings.siteUrl + taken.next })
  })
}

const checkInbox = 'We sent one mail to that address. Press the button in it and the first lesson follows at once.'

/** Who may ask at all: comes before anything is read. */
export function apiGate(deps: SiteDeps): Hono {
  const gate = forOtherSites(deps.settings)
  return new Hono().on(['POST', 'OPTIONS'], addresses.apiSignUp, gate)
}

/** Answers: the failure for a script, where one asked; undefined for a person, who gets a page. */
export function apiFailure(c: Context, error: Error): Response | undefined {
  if (c.req.path !== addresses.apiSignUp) return undefined
  if (error instanceof Failure)
    return c.json({ error: error.code, message: `${error.message} ${error.remedy}` }, statusOf(error.code))
  return c.json({ error: 'broken', message: 'Something broke on our side. It has been noted; try again.' }, 500)
}
