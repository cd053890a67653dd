/** Ear drills: hear, answer, see, try again; without script the same as a list with its answer behind a press. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Guest, openBrowser, type TestBrowser } from '../support/browser.ts'
import { smallTargets, sticksOut } from './measures.ts'
import { type Rehearsal, startRehearsal } from './rehearsal.ts'

// As text: these files know no browser's types.
const everythingIsQuiet = `[...document.querySelectorAll('audio')].every(({ paused }) => paused)`
const firstOptionHasFocus = `document.activeElement === document.querySelector('.options button')`

let browser: TestBrowser
let rehearsal: Rehearsal
let guest: Guest
let withoutScript: Guest

beforeAll(async () => {
  ;[browser, rehearsal] = await Promise.all([openBrowser(), startRehearsal()])
  guest = await browser.newGuest({ width: 360 })
  withoutScript = await browser.newGuest({ width: 360, script: false })
}, 120_000)
afterEach(() => expect([...guest.faults, ...withoutScript.faults]).toEqual([]))
afterAll(async () => {
  await browser?.close()
  await rehearsal?.stop()
})

const drillOn = ({ page }: Guest) => page.locator('.drill').first()

/** Where each option and answer of each drill is. */
async function placesOfParts({ page }: Guest) {
  const parts = await page.locator('.drill :is(.options, .options > li, .solution)').all()
  return Promise.all(parts.map((part) => part.boundingBox()))
}

/** Opens a lesson with drills and answers which option of the first one is right. */
async function openDrill({ page }: Guest): Promise<number> {
  await page.goto(`${rehearsal.siteUrl}/lessons/E10`)
  return Number(await page.locator('.drill').first().getAttribute('data-answer'))
}

describe('an ear drill', { timeout: 30_000 }, () => {
  it('plays nothing by itself and shows neither answer nor mark before something was chosen', async () => {
    await openDrill(guest)
    const drill = drillOn(guest)
    expect(await guest.page.evaluate<boolean>(everythingIsQuiet)).toBe(true)
    expect(await drill.locator('.solution').isVisible()).toBe(false)
    expect(await drill.getByRole('status').innerText()).toBe('')
  })

  it('has its place before its script has come: nothing moves when it does', async () => {
    const slow = await browser.newGuest({ width: 360 })
    await slow.page.route('**/site.*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
    await openDrill(slow)
    expect(await drillOn(slow).locator('.options button').count()).toBe(0)
    await openDrill(guest)
    expect(await placesOfParts(guest)).toEqual(await placesOfParts(slow))
    await slow.leave()
  })

  it('says that a wrong one is wrong, gives nothing away, and lets one choose again', async () => {
    const right = await openDrill(guest)
    const drill = drillOn(guest)
    const options = drill.locator('.options button')
    const wrong = right === 0 ? 1 : 0
    await options.nth(wrong).press('Enter')
    expect(await drill.getByRole('status').innerText()).toMatch(/^Not “.+”\. Hear it once more\.$/)
    expect(await drill.locator('.solution b').isVisible()).toBe(false)

    await options.nth(right).press('Enter')

    expect(await drill.getByRole('status').innerText()).toMatch(/^Right: /)
    expect(await drill.locator('.solution b').innerText()).toBe(`${await options.nth(right).innerText()}.`)
  })

  it('begins anew with “Try again”, and the focus is on its first option', async () => {
    const right = await openDrill(guest)
    const drill = drillOn(guest)
    await drill.locator('.options button').nth(right).press('Enter')
    await drill.getByRole('button', { name: 'Try again' }).press('Enter')

    expect(await drill.locator('.right, .wrong').count()).toBe(0)
    expect(await drill.locator('.solution').isVisible()).toBe(false)
    expect(await drill.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    expect(await guest.page.evaluate<boolean>(firstOptionHasFocus)).toBe(true)
  })

  it('fits a phone, and its buttons are large enough', async () => {
    await openDrill(guest)
    expect(await guest.page.evaluate<string[]>(sticksOut)).toEqual([])
    expect(await guest.page.evaluate<string[]>(smallTargets)).toEqual([])
  })

  it('without script is a list with the answer behind a press', async () => {
    await openDrill(withoutScript)
    const drill = drillOn(withoutScript)
    expect(await drill.locator('.options > li').count()).toBeGreaterThan(1)
    expect(await drill.locator('.options button').count()).toBe(0)
    await drill.getByText('Answer', { exact: true }).click()
    expect(await drill.locator('.solution b').isVisible()).toBe(true)
  })
})
