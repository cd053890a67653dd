import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Guest, openBrowser, type TestBrowser } from '../support/browser.ts'
import { started } from './learner.ts'
import { chooseDays, openMail, openMyPath, press, pressInMail } from './person.ts'
import { type Rehearsal, startRehearsal } from './rehearsal.ts'

let browser: TestBrowser
let rehearsal: Rehearsal
let guest: Guest

beforeAll(async () => {
  ;[browser, rehearsal] = await Promise.all([openBrowser(), startRehearsal()])
  guest = await browser.newGuest({ script: false, width: 390 })
}, 60_000)
afterEach(() => expect(guest.faults).toEqual([]))
afterAll(async () => {
  await browser?.close()
  await rehearsal?.stop()
})

const heading = () => guest.page.getByRole('heading', { level: 1 }).innerText()

describe('without client script', { timeout: 30_000 }, () => {
  it('nothing of a page’s script has run', async () => {
    await guest.page.goto(rehearsal.siteUrl)
    const elsewhere = await browser.newGuest({ script: false, zone: 'Asia/Tokyo' })
    await elsewhere.page.goto(rehearsal.siteUrl)

    expect(await elsewhere.page.getByLabel('Time zone').inputValue()).toBe('Europe/London')
    await elsewhere.leave()
  })

  it('somebody can sign up and start the path', async () => {
    const { page } = guest
    await page.goto(rehearsal.siteUrl)
    await page.getByLabel('Email address').fill('dora@example.org')
    await chooseDays(page, ['Tue'])
    await page.getByRole('checkbox', { name: /Text of/ }).check()
    await press(page, 'Send me the confirmation mail')
    expect(await heading()).toBe('Check your inbox')

    await openMail(page, rehearsal, 'dora@example.org', /^Press once/)
    await pressInMail(page, 'Start the path')
    await press(page, 'Start the path')

    expect(await heading()).toBe('The path has started')
    expect((await rehearsal.mailsTo('dora@example.org')).map(({ step }) => step)).toEqual(['confirm', 'E01'])
  })

  it('a form with something wrong says what, beside the control, and keeps what was typed', async () => {
    const { page } = guest
    await page.goto(`${rehearsal.siteUrl}/sign-up`)
    await page.getByLabel('Email address').fill('dora at example')
    await page.getByLabel('Name (optional)').fill('Dora')
    await press(page, 'Send me the confirmation mail')

    expect(await page.getByRole('alert').getByRole('link').count()).toBe(2)
    const address = page.getByLabel('Email address')
    expect(await address.inputValue()).toBe('dora at example')
    expect(await page.locator(`#${await address.getAttribute('aria-describedby')}`).innerText()).toContain('has one @')
    expect(await page.getByLabel('Name (optional)').inputValue()).toBe('Dora')
  })

  it('answers open, “I knew it” is kept, and a lesson is marked as done', async () => {
    const { page } = guest
    const edith = await started(rehearsal, 'edith@example.org')
    await page.goto(await edith.link('E01', '/lessons/'))
    const first = page.locator('.checks > li:has(form)').first()
    await first.getByText('Answer', { exact: true }).click()
    await first.getByRole('button', { name: 'I knew it' }).click()
    expect(await first.getByRole('status').innerText()).toBe('Kept: you knew it.')

    await press(page, 'Mark E01 as done')

    expect(await heading()).toBe('E01 is done')
  })

  it('the path pauses and resumes', async () => {
    const { page } = guest
    const fay = await started(rehearsal, 'fay@example.org')
    await openMyPath(page, rehearsal, fay.address, /E01/)

    await press(page, 'Pause until I return')
    expect(await heading()).toBe('Paused until you return')

    await press(page, 'Resume now')
    expect(await heading()).toMatch(/^E02 comes on Tuesday/)
  })
})
