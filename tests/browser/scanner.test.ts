/** Mail scanners follow every link before a person does, and some of them run the scripts of what they open. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Item } from '../../functions/aws/attributes.ts'
import { type Guest, openBrowser, type TestBrowser } from '../support/browser.ts'
import { signedUp, started } from './learner.ts'
import { type Rehearsal, startRehearsal } from './rehearsal.ts'

/** As many tabs at once: each waits half a second to see that its page has come to rest. */
const tabs = 6

let browser: TestBrowser
let rehearsal: Rehearsal
let guest: Guest
let links: readonly string[]
let itemsBefore: readonly Item[]
let mailsBefore: number

beforeAll(async () => {
  ;[browser, rehearsal] = await Promise.all([openBrowser(), startRehearsal()])
  guest = await browser.newGuest()
  const inMails = await linksInMails()
  await rehearsal.tick()
  itemsBefore = await rehearsal.items()
  mailsBefore = await countMails()
  links = await withWhatTheyLeadTo([rehearsal.siteUrl, rehearsal.inboxUrl, ...inMails])
}, 120_000)
afterEach(() => expect(guest.faults).toEqual([]))
afterAll(async () => {
  await browser?.close()
  await rehearsal?.stop()
})

describe('a scanner that opens every link of every mail and page, and every address that a form posts to', {
  timeout: 120_000,
}, () => {
  it('has what a person could press: confirming, done, pausing, skipping, stopping', () => {
    const kinds = new Set(links.map((link) => new URL(link).pathname.replace(/^(\/(confirm|leave|mails))\/.+/, '$1')))
    expect([...kinds]).toEqual(
      expect.arrayContaining(['/confirm', '/leave', '/lessons/E01/done', '/lessons/E01/answers', '/path', '/sign-up']),
    )
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        '/path/preview/pause',
        '/path/preview/pause-until',
        '/path/preview/pace',
        '/path/preview/skip',
        '/path/preview/start-over',
        '/sign-in/again',
        '/mails',
      ]),
    )
  })

  it.each(['GET', 'HEAD'])('changes nothing and has nothing sent by %s', async (method) => {
    for (const link of links) {
      const { status } = await fetch(link, { method })
      expect(status, link).toBeLessThan(500)
    }
    await nothingHasChanged()
  })

  it('changes nothing and has nothing sent by a browser with scripts, however long it looks', async () => {
    // What is played or shown by itself runs nothing.
    const waiting = links.filter((link) => !new URL(link).pathname.startsWith('/assets/'))
    await Promise.all(Array.from({ length: tabs }, () => openOneAfterTheOther(waiting)))

    await nothingHasChanged()
  })
})

async function nothingHasChanged(): Promise<void> {
  await rehearsal.tick()
  expect(await rehearsal.items()).toEqual(itemsBefore)
  expect(await countMails()).toBe(mailsBefore)
}

async function openOneAfterTheOther(waiting: string[]): Promise<void> {
  const page = await guest.context.newPage()
  for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
    // A player asks for a sound in parts, and again; a sheet is saved and not shown.
    const waitUntil = link.endsWith('.mp3') ? 'commit' : 'networkidle'
    await page.goto(link, { waitUntil }).catch((error: unknown) => {
      if (!String(error).includes('Download is starting')) throw error
    })
  }
  await page.close()
}

/** Somebody who has not confirmed, somebody on the way, and somebody who has asked for a link to their path. */
async function linksInMails(): Promise<readonly string[]> {
  const learners = [
    await signedUp(rehearsal, 'jo@example.org'),
    await started(rehearsal, 'ana@example.org'),
    await started(rehearsal, 'bea@example.org'),
  ]
  await learners[2]?.signInLink()
  const mails = (await Promise.all(learners.map((learner) => learner.mails()))).flat()
  return mails.flatMap(({ links, text, headers }) => [
    ...links,
    ...urlsIn(text),
    ...headers.flatMap(({ name, value }) => (name === 'List-Unsubscribe' ? urlsIn(value) : [])),
  ])
}

/** From link to link until no page names a new one. */
async function withWhatTheyLeadTo(start: readonly string[]): Promise<readonly string[]> {
  const known = new Set<string>()
  const waiting = start.map(withoutFragment)
  for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
    if (known.has(link) || !isOurs(link)) continue
    known.add(link)
    const html = await (await fetch(link)).text()
    for (const [, found = ''] of html.matchAll(/\s(?:href|action)="([^"]*)"/g)) {
      if (URL.canParse(found, link)) waiting.push(withoutFragment(new URL(found.replaceAll('&amp;', '&'), link).href))
    }
  }
  return [...known]
}

/** As mail programs find them: what ends a sentence is not part of an address. */
function urlsIn(text: string): readonly string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([url]) => url.replace(/[.,;:!?)]+$/, ''))
}

function withoutFragment(link: string): string {
  return link.replace(/#.*/, '')
}

/** Links that lead away from this machine are not followed, and the inbox's own are. */
function isOurs(link: string): boolean {
  return [rehearsal.siteUrl, rehearsal.inboxUrl].includes(new URL(link).origin)
}

async function countMails(): Promise<number> {
  return ((await (await fetch(`${rehearsal.inboxUrl}/api/mails`)).json()) as unknown[]).length
}
