import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../support/browser.ts'
import { cutOff, smallTargets, sticksOut, watchLayoutShifts } from './measures.ts'
import { type Rehearsal, startRehearsal } from './rehearsal.ts'
import { tour } from './tour.ts'

/** On the wire: HTML, style and script. */
const mostKilobytes = 30
/** A desktop window that is itself zoomed, or a tablet. */
const widthForLargeText = 768
const widths = [320, 360, 768, 1280]
const themes = ['light', 'dark'] as const

let browser: TestBrowser
let rehearsal: Rehearsal

beforeAll(async () => {
  ;[browser, rehearsal] = await Promise.all([openBrowser(), startRehearsal()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await rehearsal?.stop()
})

const measure = (page: Page, ruler: string) => page.evaluate<string[]>(ruler)

describe('a page as it is opened', { timeout: 30_000 }, () => {
  it.each(['/', '/lessons/E10'])('nothing on %s moves once it is drawn', async (path) => {
    const visitor = await browser.newGuest({ width: 390 })
    await visitor.page.addInitScript(watchLayoutShifts)
    await visitor.page.goto(rehearsal.siteUrl + path, { waitUntil: 'networkidle' })

    expect(await visitor.page.evaluate('layoutShifts')).toEqual([])
    expect(visitor.faults).toEqual([])
    await visitor.leave()
  })

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

describe('every page in every state', { timeout: 150_000 }, () => {
  it('fits its window from 320 px on and with text twice the size, and nothing to press is too small', async () => {
    const faults: string[] = []
    const note = (where: string, found: string[]) => faults.push(...found.map((each) => `${where}: ${each}`))
    await tour(rehearsal, browser, async (page, { name, kind }) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme })
          note(`${name}, ${width} px, ${theme}`, await measure(page, sticksOut))
        }
        if (kind === 'site') note(`${name}, ${width} px`, await measure(page, smallTargets))
      }
      await page.setViewportSize({ width: widthForLargeText, height: 900 })
      await page.evaluate(`document.documentElement.style.fontSize = '200%'`)
      note(`${name}, text at 200 %`, [...(await measure(page, sticksOut)), ...(await measure(page, cutOff))])
      await page.evaluate(`document.documentElement.style.fontSize = ''`)
    })
    expect(faults).toEqual([])
  })
})
