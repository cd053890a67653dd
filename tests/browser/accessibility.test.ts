import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Guest, openBrowser, type TestBrowser } from '../support/browser.ts'
import { type Learner, started } from './learner.ts'
import { focused, longestMotion, reachable } from './measures.ts'
import { type Rehearsal, startRehearsal } from './rehearsal.ts'
import { type Stop, tour } from './tour.ts'

/** In place of axe's own text, half a megabyte, on a page that has run it. */
const alreadyThere = ';'
/** A mail is no page: it has no landmarks to be in, so the best practices for pages are not asked of it. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const mostPresses = 150

interface Focus {
  /** Which control it is, by its place on the page. */
  readonly place: string
  readonly what: string
  readonly isSeen: boolean
}

const keyboardPages: readonly (readonly [string, () => Promise<string>])[] = [
  ['the front page', async () => rehearsal.siteUrl],
  ['the form', async () => `${rehearsal.siteUrl}/sign-up`],
  ['the placement check', async () => `${rehearsal.siteUrl}/placement`],
  ['the code for other sites', async () => `${rehearsal.siteUrl}/embed`],
  ['a lesson with ear drills', async () => `${rehearsal.siteUrl}/lessons/E10`],
  ['a lesson', async () => (await reader()).link('E01', '/lessons/')],
  ['a hand-in', async () => `${rehearsal.siteUrl}/lessons/P01/hand-in?t=${await (await reader()).lessonToken()}`],
  ['my path', async () => (await reader()).signInLink()],
  ['my data', async () => signInTo('/path/data')],
  ['erasing', async () => signInTo('/path/data/erase')],
  ['certificates', async () => signInTo('/path/certificates')],
  ['another address', async () => signInTo('/path/address')],
  ['the leaving page', async () => (await reader()).link('E01', '/leave/')],
  ['the inbox', async () => rehearsal.inboxUrl],
]

/** A learner with one lesson, the same for all. */
async function reader(): Promise<Learner> {
  learner ??= await started(rehearsal, 'reader@example.org')
  return learner
}

const signInTo = async (path: string) => (await (await reader()).signInLink()).replace('/path', path)

let learner: Learner | undefined
let browser: TestBrowser
let rehearsal: Rehearsal
let guest: Guest

beforeAll(async () => {
  ;[browser, rehearsal] = await Promise.all([openBrowser(), startRehearsal()])
  guest = await browser.newGuest()
}, 60_000)
afterEach(() => expect(guest.faults).toEqual([]))
afterAll(async () => {
  await browser?.close()
  await rehearsal?.stop()
})

describe('with the keyboard alone', { timeout: 60_000 }, () => {
  it.each(keyboardPages)(
    'everything on %s is reached by Tab, in the order of the page, and the focus is seen',
    async (_, find) => {
      const { page } = guest
      await page.goto(await find())
      const expected = await page.evaluate<string[]>(reachable)

      const stops = await tabThrough(page)

      expect(stops.map(({ place }) => place)).toEqual(expected)
      expect(stops.filter(({ isSeen }) => !isSeen).map(({ what }) => what)).toEqual([])
    },
  )

  it('the first Tab shows a link that skips to the page, past the masthead', async () => {
    const { page } = guest
    await page.goto(rehearsal.siteUrl)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the page' })
    await expect.poll(async () => (await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)

    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')

    expect(await whatHasFocus(page)).toBe('Sign up')
  })

  it('a form that was refused puts the focus on what is wrong, and each line there leads to its control', async () => {
    const { page } = guest
    await page.goto(`${rehearsal.siteUrl}/sign-up`)
    await page.getByLabel('Email address').focus()
    await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
    await expect.poll(() => whatHasFocus(page)).toContain('2 answers to look at')

    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => whatHasFocus(page)).toBe('address')
  })
})

describe('for those whom motion troubles', { timeout: 30_000 }, () => {
  it.each([
    ['reduce', 0],
    ['no-preference', 0.12],
  ] as const)('with "%s" nothing takes longer than %s s to change', async (reducedMotion, longest) => {
    const visitor = await browser.newGuest({ reducedMotion })
    for (const path of ['/', '/sign-up', '/lessons/E10']) {
      await visitor.page.goto(rehearsal.siteUrl + path)
      expect(await visitor.page.evaluate<number>(longestMotion)).toBeLessThanOrEqual(longest)
    }
    await visitor.leave()
  })
})

// The last one: its tour ends with this machine being refused for an hour.
describe('every page in every state', { timeout: 300_000 }, () => {
  it('gives axe nothing to complain about, in light and in dark', async () => {
    const complaints: string[] = []
    await tour(rehearsal, browser, async (page, stop) => {
      await page.emulateMedia({ colorScheme: 'light' })
      const everything = stop.kind === 'mail' ? standards : [...standards, 'best-practice']
      complaints.push(...(await complaintsOf(stop, lookAt(page, stop).withTags(everything))))
      await page.emulateMedia({ colorScheme: 'dark' })
      // Only colours differ between the themes.
      const colours = lookAt(page, stop, alreadyThere).withRules(['color-contrast'])
      complaints.push(...(await complaintsOf(stop, colours)))
    })
    expect(complaints).toEqual([])
  })
})

async function whatHasFocus(page: Page): Promise<string | undefined> {
  return (await page.evaluate<Focus | undefined>(focused))?.what
}

async function tabThrough(page: Page): Promise<readonly Focus[]> {
  const stops: Focus[] = []
  for (let presses = 0; presses < mostPresses; presses++) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate<Focus | undefined>(focused)
    // Behind the last control comes the browser's own frame, or the first one again.
    if (focus === undefined || (stops.length > 1 && focus.place === stops[0]?.place)) return stops
    // A time or a date has a stop for each of its parts.
    if (focus.place !== stops.at(-1)?.place) stops.push(focus)
  }
  throw new Error(`Tab finds no end: it is caught at "${stops.at(-1)?.what}"`)
}

function lookAt(page: Page, { kind }: Stop, axeSource?: string): AxeBuilder {
  // Legacy mode: no page of its own for the frames. The only frame shows a mail, and mails have stops of their own.
  const axe = new AxeBuilder({ page, ...(axeSource ? { axeSource } : {}) }).setLegacyMode(true)
  axe.options({ resultTypes: ['violations'] })
  return kind === 'inbox' ? axe.exclude('iframe') : axe
}

async function complaintsOf({ name }: Stop, axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, any }) => `${name}: ${id} (${impact}) at ${target.join(' ')}: ${any[0]?.message ?? ''}`),
  )
}
