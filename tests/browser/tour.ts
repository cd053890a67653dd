/** Every page in every state, in one order: for the eye, for axe and for the ruler. */
import type { Page } from 'playwright-core'
import type { TestBrowser } from '../support/browser.ts'
import { assembleCast } from './cast.ts'
import { graduate } from './graduate.ts'
import type { Rehearsal } from './rehearsal.ts'
import { finishStops } from './tour-finish.ts'
import { inboxStops, mailStops } from './tour-inbox.ts'
import { learnerStops } from './tour-learner.ts'
import { myPathStops } from './tour-my-path.ts'
import { practiceStops } from './tour-practice.ts'
import { signUpStops } from './tour-sign-up.ts'
import { visitorStops } from './tour-visitor.ts'

export interface Stop {
  readonly name: string
  /** A page of the site, one of the local inbox, or a mail by itself. */
  readonly kind: 'site' | 'inbox' | 'mail'
  /** Brings the page into this state. Some do so by pressing, so each is opened once. */
  open(page: Page): Promise<unknown>
}

export type Visit = (page: Page, stop: Stop) => Promise<void>

/** The last two come alone: the list of mails loads itself anew when one comes, and after the last nobody is let in. */
export const parts = [
  'visitor',
  'sign-up',
  'learner',
  'my-path',
  'practice',
  'finish',
  'mails',
  'inbox',
  'refused',
] as const
export type Part = (typeof parts)[number]

/**
 * Shows every stop once, or those of some parts. Several guests walk at the same time, each their own part in order. Needs
 * a rehearsal in which few have signed up yet, and leaves one in which this machine is refused for an hour.
 */
export async function tour(rehearsal: Rehearsal, browser: TestBrowser, visit: Visit, wanted: readonly Part[] = parts) {
  const ida = await graduate(rehearsal, 'ida@example.org', { name: 'Ida', zone: 'Europe/Berlin' })
  const cast = await assembleCast(rehearsal)
  const stopsOf: Readonly<Record<Part, readonly Stop[]>> = {
    visitor: visitorStops(rehearsal),
    'sign-up': signUpStops(rehearsal),
    learner: learnerStops(rehearsal, cast),
    'my-path': myPathStops(rehearsal, cast),
    practice: practiceStops(cast),
    finish: finishStops(rehearsal, ida),
    mails: mailStops(rehearsal, cast),
    inbox: inboxStops(rehearsal),
    refused: [tooManyRequests(rehearsal)],
  }
  const isAlone = (part: Part) => part === 'inbox' || part === 'refused'
  const chosen = parts.filter((part) => wanted.includes(part))
  const together = chosen.filter((part) => !isAlone(part))
  await Promise.all(together.map((part) => walk(browser, stopsOf[part], visit)))
  for (const part of chosen.filter(isAlone)) await walk(browser, stopsOf[part], visit)
}

async function walk(browser: TestBrowser, stops: readonly Stop[], visit: Visit): Promise<void> {
  const guest = await browser.newGuest()
  for (const stop of stops) {
    await stop.open(guest.page)
    await guest.page.waitForLoadState()
    await visit(guest.page, stop)
    if (guest.faults.length > 0) throw new Error(`${stop.name} ${guest.faults.join('; ')}`)
  }
  const cookies = await guest.context.cookies()
  if (cookies.length > 0) throw new Error(`A page has set the cookie ${cookies[0]?.name}`)
  await guest.leave()
}

function tooManyRequests({ siteUrl }: Rehearsal): Stop {
  return {
    name: '429 too many requests',
    kind: 'site',
    async open(page) {
      const ask = () =>
        fetch(`${siteUrl}/sign-in`, { method: 'POST', body: new URLSearchParams({ address: 'no@example.org' }) })
      while ((await ask()).status !== 429);
      await page.goto(`${siteUrl}/sign-in`)
      await page.getByLabel('Email address').fill('no@example.org')
      await page.getByRole('button', { name: 'Mail me a link' }).click()
      await page.getByText('Very many requests').waitFor()
    },
  }
}
