/** What people send by mistake: each is told what happened, and loses nothing. */
import { describe, expect, it } from 'vitest'
import { dayMs } from '../../../functions/domain/instant.ts'
import { sendThis } from '../cast.ts'
import { started } from '../learner.ts'
import { change, chooseDays, openMail, press, pressInMail } from '../person.ts'
import { visitAs } from '../visit.ts'

const tenMegabytes = 10 * 1024 * 1024
/** More than the function reads of a form, and less than the gateway in front of it refuses. */
const halfAMegabyte = 512 * 1024
const line = 'The restore took 14 minutes, and the room is loud. '

interface Attributes {
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
}

/** As a browser that keeps nothing for anybody: whoever only asks is thrown out. */
const keepsNothing = `
  const refuse = () => { throw new DOMException('Nothing may be kept', 'SecurityError') }
  Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse })
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
    Object.defineProperty(globalThis, name, { get: refuse })
`

const visit = visitAs({ width: 390 })

const heading = () => visit.guest.page.getByRole('heading', { level: 1 }).innerText()
const alert = () => visit.guest.page.getByRole('alert').innerText()

describe('a project handed in', { timeout: 60_000 }, () => {
  it('with a note of 10 MB pasted: what fits stays in the form with marks and link, and can be shortened', async () => {
    const { page } = visit.guest
    await openHandIn('ana@example.org')
    await page.getByLabel('Note').focus()
    await page.keyboard.insertText(line.repeat(tenMegabytes / line.length))
    await press(page, 'Hand in P01')

    expect(await alert()).toMatch(/The note has 20000 characters, and 4000 are kept\. Nothing was saved\./)
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(5)
    expect(await page.getByLabel('Link').inputValue()).toBe('example.org/session')
    expect(await page.getByLabel('Note').inputValue()).toBe(line.repeat(400).slice(0, 20_000))

    await page.getByLabel('Note').fill(line)
    await press(page, 'Hand in P01')
    expect(await heading()).toBe('P01 is handed in')
    // Typed without a scheme. A lesson's own link does not show it again.
    expect(JSON.stringify(await visit.rehearsal.items())).toContain('"https://example.org/session"')
    expect(await page.getByText('https://example.org/session').count()).toBe(0)
  })

  it('with more than is read, from a visit.browser that lets it through: marks, link and the beginning are kept', async () => {
    const { page } = visit.guest
    const learner = await openHandIn('bea@example.org')
    await page.getByLabel('Note').evaluate((note: Attributes) => note.removeAttribute('maxlength'))
    await page.getByLabel('Note').fill(line.repeat(halfAMegabyte / line.length))
    await press(page, 'Hand in P01')

    expect(await alert()).toContain('longer than this page can read, so only its beginning is here')
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(5)
    expect(await page.getByLabel('Note').inputValue()).toMatch(line)
    await page.goto(await learner.link('P01', '/lessons/'))
    expect(await page.getByRole('link', { name: 'Hand in P01', exact: true }).count()).toBe(1)
  })
})

describe('an answer to a question that has left the course', { timeout: 30_000 }, () => {
  it('is told so, and leads back to the lesson, where the answer before it stands', async () => {
    const { page } = visit.guest
    const cleo = await started(visit.rehearsal, 'cleo@example.org')
    await page.goto(await cleo.link('E01', '/lessons/'))
    const questions = page.locator('.checks > li:has(form)')
    await questions.nth(0).locator('summary').click()
    await questions.nth(0).getByRole('button', { name: 'I missed it' }).click()
    await questions.nth(0).getByRole('status').waitFor()
    const second = questions.nth(1)
    await second.locator('summary').click()
    // The page stood open while the course was changed.
    await second.locator('[name=check]').evaluate((field: Attributes) => field.setAttribute('value', 'E01.99'))
    await Promise.all([
      page.waitForEvent('domcontentloaded'),
      second.getByRole('button', { name: 'I knew it' }).click(),
    ])

    expect(await heading()).toBe('That question is no longer asked')
    await page.getByRole('link', { name: 'Open E01 as it is now' }).click()
    expect(await questions.nth(0).locator('summary').innerText()).toBe('Answer, which you missed')
    expect(await questions.nth(1).locator('summary').innerText()).toBe('Answer')
  })
})

describe('a link that has run out', { timeout: 30_000 }, () => {
  it('leads to a fresh one by mail, which opens', async () => {
    const { page } = visit.guest
    const dora = await started(visit.rehearsal, 'dora@example.org')
    const link = await dora.signInLink()
    await visit.rehearsal.skipTime(dayMs)
    await page.goto(link)
    expect(await heading()).toBe('This link has run out')

    await page.getByRole('link', { name: 'have a fresh link mailed to you' }).click()
    await page.getByLabel('Email address').fill(dora.address)
    await press(page, 'Mail me a link')
    await openMail(page, visit.rehearsal, dora.address, /^Your link to your path/)
    await pressInMail(page, 'Open my path')

    expect(await heading()).toMatch(/^E02 comes on /)
  })
})

describe('a placement half done', { timeout: 30_000 }, () => {
  it('says which questions are open, keeps the others, and goes on once they are answered', async () => {
    const { page } = visit.guest
    await page.goto(`${visit.rehearsal.siteUrl}/placement`)
    const questions = page.locator('fieldset.question')
    for (const place of [0, 2]) await questions.nth(place).getByRole('radio').first().check()
    await press(page, 'Go on to Small-band projects')

    expect(await page.getByRole('alert').getByRole('link').count()).toBe(2)
    for (const [place, chosen] of [1, 0, 1, 0].entries())
      expect(await questions.nth(place).getByRole('radio', { checked: true }).count()).toBe(chosen)
    for (const place of [1, 3]) await questions.nth(place).getByRole('radio').last().check()
    await press(page, 'Go on to Small-band projects')
    expect(await heading()).toBe('Where to start: Small-band projects')
  })
})

describe('cookies off', { timeout: 60_000 }, () => {
  it('changes nothing: nobody asks for one, from the form to a pause on my path', async () => {
    const { page, context } = visit.guest
    await context.addInitScript(keepsNothing)
    await page.goto(visit.rehearsal.siteUrl)
    await page.getByLabel('Email address').fill('edith@example.org')
    await chooseDays(page, ['Tue'])
    await page.getByRole('checkbox', { name: /Text of/ }).check()
    await press(page, 'Send me the confirmation mail')
    const [confirmation] = await visit.rehearsal.mailsTo('edith@example.org')
    await page.goto(confirmation?.links.find((link) => link.includes('/confirm/')) ?? '')
    await press(page, 'Start the path')
    await page.goto(`${visit.rehearsal.siteUrl}/sign-in`)
    await page.getByLabel('Email address').fill('edith@example.org')
    await press(page, 'Mail me a link')
    const mail = (await visit.rehearsal.mailsTo('edith@example.org')).at(-1)
    await page.goto(mail?.links.find((link) => link.includes('/path')) ?? '')
    await change(page, 'Pause until I return')

    expect(await heading()).toBe('Paused until you return')
    expect(await context.cookies()).toEqual([])
  })
})

/** A hand-in with everything but the note. */
async function openHandIn(address: string) {
  const { page } = visit.guest
  const learner = await started(visit.rehearsal, address)
  await sendThis(visit.rehearsal, learner, 'P01')
  await page.goto(`${visit.rehearsal.siteUrl}/lessons/P01/hand-in?t=${await learner.lessonToken()}`)
  for (const criterion of await page.getByRole('group').all()) await criterion.getByRole('radio').nth(2).check()
  await page.getByLabel('Link').fill('example.org/session')
  return learner
}
