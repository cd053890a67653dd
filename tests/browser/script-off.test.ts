import { describe, expect, it } from 'vitest'
import { sendThis } from './cast.ts'
import { started } from './learner.ts'
import { change, chooseDays, openMail, openMyPath, press, pressInMail } from './person.ts'
import { visitAs } from './visit.ts'

const visit = visitAs({ script: false, width: 390 })

const heading = () => visit.guest.page.getByRole('heading', { level: 1 }).innerText()

describe('without client script', { timeout: 30_000 }, () => {
  it('nothing of a page’s script has run', async () => {
    await visit.guest.page.goto(visit.rehearsal.siteUrl)
    const elsewhere = await visit.browser.newGuest({ script: false, zone: 'Asia/Tokyo' })
    await elsewhere.page.goto(visit.rehearsal.siteUrl)

    expect(await elsewhere.page.getByLabel('Time zone').inputValue()).toBe('Europe/London')
    await elsewhere.leave()
  })

  it('somebody can sign up and start the path', async () => {
    const { page } = visit.guest
    await page.goto(visit.rehearsal.siteUrl)
    await page.getByLabel('Email address').fill('dora@example.org')
    await chooseDays(page, ['Tue'])
    await page.getByRole('checkbox', { name: /Text of/ }).check()
    await press(page, 'Send me the confirmation mail')
    expect(await heading()).toBe('Check your inbox')

    await openMail(page, visit.rehearsal, 'dora@example.org', /^Press once/)
    await pressInMail(page, 'Start the path')
    await press(page, 'Start the path')

    expect(await heading()).toBe('The path has started')
    expect((await visit.rehearsal.mailsTo('dora@example.org')).map(({ step }) => step)).toEqual(['confirm', 'E01'])
  })

  it('a form with something wrong says what, beside the control, and keeps what was typed', async () => {
    const { page } = visit.guest
    await page.goto(`${visit.rehearsal.siteUrl}/sign-up`)
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
    const { page } = visit.guest
    const edith = await started(visit.rehearsal, 'edith@example.org')
    await page.goto(await edith.link('E01', '/lessons/'))
    const first = page.locator('.checks > li:has(form)').first()
    await first.getByText('Answer', { exact: true }).click()
    await first.getByRole('button', { name: 'I knew it' }).click()
    expect(await first.getByRole('status').innerText()).toBe('Kept: you knew it.')

    await press(page, 'Mark E01 as done')

    expect(await heading()).toBe('E01 is done')
  })

  it('the path pauses and resumes', async () => {
    const { page } = visit.guest
    const fay = await started(visit.rehearsal, 'fay@example.org')
    await openMyPath(page, visit.rehearsal, fay.address, /E01/)

    await change(page, 'Pause until I return')
    expect(await heading()).toBe('Paused until you return')

    await change(page, 'Resume', 'Resume the path')
    expect(await heading()).toMatch(/^E02 comes on \w+day \d/)
  })

  // Days pass in these two.
  it('a project is handed in, with marks first, is seen again and changed', async () => {
    const { page } = visit.guest
    const gus = await started(visit.rehearsal, 'gus@example.org')
    await sendThis(visit.rehearsal, gus, 'P01')
    await page.goto(await gus.link('P01', '/lessons/'))
    await page.getByRole('link', { name: 'Hand in P01', exact: true }).click()
    await page.getByLabel('Link').fill('example.org/session')
    await press(page, 'Hand in P01')
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(5)
    expect(await page.getByLabel('Link').inputValue()).toBe('example.org/session')

    for (const line of await page.getByRole('group').all()) await line.getByRole('radio').nth(2).check()
    await press(page, 'Hand in P01')

    expect(await heading()).toBe('P01 is handed in')
    expect(await page.locator('main').innerText()).toMatch(/Next is B01 .*: \w+day \d+ \w+\./)
    expect(await page.getByRole('link', { name: 'https://example.org/session' }).count()).toBe(0)

    await page.goto(await gus.signInLink())
    await page.getByRole('link', { name: 'See or change what you handed in for P01' }).click()
    expect(await page.getByRole('link', { name: 'https://example.org/session' }).count()).toBe(1)
    await page.getByText('Change it', { exact: true }).click()
    await page.getByLabel('Note').fill('The restore took 14 minutes.')
    await press(page, 'Put this in its place')
    expect(await page.locator('.as-typed').innerText()).toBe('The restore took 14 minutes.')
  })

  it('a question from memory is answered, and shown as answered when one returns', async () => {
    const { page } = visit.guest
    const hal = await started(visit.rehearsal, 'hal@example.org')
    await sendThis(visit.rehearsal, hal, 'E10')
    const lesson = await hal.link('E10', '/lessons/')
    await page.goto(lesson)
    const first = page.locator('.recall li').first()
    const asked = await first.locator('p').first().innerText()
    await first.locator('summary').click()
    await first.getByRole('button', { name: 'I missed it' }).click()
    expect(await first.getByRole('status').innerText()).toBe('Kept: you missed it.')

    await page.goto(lesson)

    expect(await first.locator('p').first().innerText()).toBe(asked)
    expect(await first.locator('summary').innerText()).toBe('Answer, which you missed')
    // The mail asked the same.
    expect((await hal.mail('E10')).text.replaceAll(/\s+/g, ' ')).toContain(asked.replace(/ [A-Z]\d\d$/, ''))
  })
})
