import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { bytesOnTheWire, cutOff, layoutShifts, smallTargets, sticksOut } from './measures.ts'
import { neverOpened } from './never-opened.ts'
import { type Rehearsal, startRehearsal } from './rehearsal.ts'
import { type Stop, tour } from './tour.ts'

/** On the wire: HTML, style and script of the first page, and of any page. */
const mostKilobytes = 30
const mostBytesOfAPage = 50 * 1024
/** The width of an A4 sheet within the margins that browsers give it. */
const sheetWidth = 718
/** As a phone opens them. */
const widthOfOpening = 390
/** A desktop window that is itself zoomed, or a tablet. */
const widthForLargeText = 768
const widths = [320, 768, 1280]

let browser: TestBrowser
let rehearsal: Rehearsal

beforeAll(async () => {
  ;[browser, rehearsal] = await Promise.all([openBrowser(), startRehearsal()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await rehearsal?.stop()
})

const measure = (page: Page, ruler: string) => page.evaluate<readonly string[]>(ruler)
const at = (where: string, found: readonly string[]) => found.map((each) => `${where}: ${each}`)

describe('a page as it is opened', { timeout: 30_000 }, () => {
  it('the front page is small, and all of it comes from this site', async () => {
    const visitor = await browser.newGuest()
    const parts: { url: string; bytes: number }[] = []
    visitor.page.on('requestfinished', async (request) => {
      if (request.url().startsWith('data:')) return
      parts.push({ url: request.url(), bytes: (await request.sizes()).responseBodySize })
    })
    await visitor.page.goto(rehearsal.siteUrl, { waitUntil: 'networkidle' })

    const packed = Math.round(parts.reduce((total, { bytes }) => total + bytes, 0) / 100) / 10
    console.log(`front page: ${parts.length} files, ${packed} KB on the wire`)
    expect(parts.length).toBeGreaterThan(2)
    expect(new Set(parts.map(({ url }) => new URL(url).origin))).toEqual(new Set([rehearsal.siteUrl]))
    expect(packed).toBeLessThan(mostKilobytes)
    expect(visitor.faults).toEqual([])
    await visitor.leave()
  })
})

describe('every page in every state', { timeout: 300_000 }, () => {
  const opened = new Set<string>()

  it('is light, moves nothing, fits paper and any window from 320 px on, with text twice the size too', async () => {
    const faults: string[] = []
    await tour(rehearsal, browser, async (page, { name, kind }) => {
      if (kind === 'site') opened.add(new URL(page.url()).pathname)
      const found = [
        ...(kind === 'site' ? await asItOpens(page) : []),
        ...(await inWindows(page, kind)),
        ...(await onPaper(page)),
        ...(await withLargeText(page)),
      ]
      faults.push(...at(name, found))
      await page.setViewportSize({ width: widthOfOpening, height: 900 })
      // What moved while it was measured is nobody's fault.
      await measure(page, layoutShifts)
    })
    expect(faults).toEqual([])
  })

  it('is on this tour: no page of the site was left out', () => {
    expect(neverOpened(opened)).toEqual([])
  })
})

async function asItOpens(page: Page): Promise<readonly string[]> {
  const bytes = await page.evaluate<number>(bytesOnTheWire)
  const isLight = bytes > 0 && bytes <= mostBytesOfAPage
  return [...(await measure(page, layoutShifts)), ...(isLight ? [] : [`${bytes} bytes on the wire`])]
}

async function inWindows(page: Page, kind: Stop['kind']): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      found.push(...at(`${width} px, ${colorScheme}`, await measure(page, sticksOut)))
      // A theme changes no sizes.
      if (kind === 'site' && colorScheme === 'light')
        found.push(...at(`${width} px`, await measure(page, smallTargets)))
    }
  }
  return found
}

async function onPaper(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: sheetWidth, height: 900 })
  await page.emulateMedia({ media: 'print' })
  const found = await measure(page, sticksOut)
  await page.emulateMedia({ media: 'screen' })
  return at('printed', found)
}

async function withLargeText(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: widthForLargeText, height: 900 })
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`)
  const found = [...(await measure(page, sticksOut)), ...(await measure(page, cutOff))]
  await page.evaluate(`document.documentElement.style.fontSize = ''`)
  return at('text at 200 %', found)
}
