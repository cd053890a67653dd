/** One story, told in order: each test begins where the one before it ended. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayMs } from '../../functions/domain/instant.ts'
import { localMoment } from '../domain/intl-clock.ts'
import { type Guest, openBrowser, type TestBrowser } from '../support/browser.ts'
import { oneClickUrl, post } from './learner.ts'
import { change, chooseDays, openMail, openMyPath, press, pressInMail } from './person.ts'
import { type ReceivedMail, type Rehearsal, startRehearsal } from './rehearsal.ts'

const ana = { address: 'ana@example.org', name: 'Ana', zone: 'America/New_York' }
const newYork = { zone: ana.zone, hours: [17, 18, 19] }
/** Where nothing is to come, one tick a day is enough to show it. */
const onceADay = { zone: ana.zone, hours: [18] }
const berlin = { zone: 'Europe/Berlin', hours: [6, 7, 8] }

let browser: TestBrowser
let rehearsal: Rehearsal
let guest: Guest
let isBroken = false

beforeAll(async () => {
  ;[browser, rehearsal] = await Promise.all([openBrowser(), startRehearsal()])
  guest = await browser.newGuest({ zone: 'Europe/Paris', width: 390 })
}, 60_000)
beforeEach(({ skip, onTestFailed }) => {
  if (isBroken) skip('The story broke off before.')
  onTestFailed(() => {
    isBroken = true
  })
})
afterEach(() => expect([...guest.faults, ...rehearsal.complaints]).toEqual([]))
afterAll(async () => {
  await browser?.close()
  await rehearsal?.stop()
})

const lessons = async () => (await rehearsal.mailsTo(ana.address)).filter(({ step }) => /^[A-Z]\d\d$/.test(step ?? ''))
/** What the links of that lesson's mail carry. */
const tokenIn = async (step: string) => {
  const mail = (await lessons()).find((lesson) => lesson.step === step)
  return mail?.links.map((link) => new URL(link).searchParams.get('t')).find((token) => token !== null) ?? ''
}
const stepsSent = async () => (await lessons()).map(({ step }) => step)
const heading = () => guest.page.getByRole('heading', { level: 1 }).innerText()

/** "Wed 18 h", as clocks in that zone show it. */
function cameAt(zone: string, mail: ReceivedMail | undefined): string {
  if (mail === undefined) return 'not at all'
  const { weekday, minuteOfDay } = localMoment(zone, mail.sentAt)
  return `${['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekday]} ${Math.floor(minuteOfDay / 60)} h`
}

describe('from the front page to the first lesson', { timeout: 30_000 }, () => {
  it('the form takes the device’s own zone, and whatever a person chooses instead', async () => {
    const { page } = guest
    await page.goto(rehearsal.siteUrl)
    await page.getByRole('link', { name: 'Sign up', exact: true }).click()
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Paris')

    await page.getByLabel('Email address').fill(ana.address)
    await page.getByLabel('Name (optional)').fill(ana.name)
    await chooseDays(page, ['Mon', 'Wed', 'Sat'])
    await page.getByLabel('Hour', { exact: true }).fill('18:00')
    await page.getByLabel('Time zone').selectOption({ label: 'New York' })
    await page.getByRole('checkbox', { name: /Text of/ }).check()
    await press(page, 'Send me the confirmation mail')

    expect(await heading()).toBe('Check your inbox')
    expect(await stepsSent()).toEqual([])
  })

  it('one press in the mail and one on its page start the path, and the first lesson is there at once', async () => {
    await openMail(guest.page, rehearsal, ana.address, /^Press once/)
    await pressInMail(guest.page, 'Start the path')
    expect(await stepsSent()).toEqual([])

    await press(guest.page, 'Start the path')

    expect(await heading()).toBe('The path has started')
    expect(await stepsSent()).toEqual(['E01'])
  })

  it('a second press of the confirmation changes nothing', async () => {
    await rehearsal.tick()
    const before = await rehearsal.items()
    await openMail(guest.page, rehearsal, ana.address, /^Press once/)
    await pressInMail(guest.page, 'Start the path')
    await press(guest.page, 'Start the path')

    expect(await heading()).toBe('You have started already')
    await rehearsal.tick()
    expect(await stepsSent()).toEqual(['E01'])
    expect(await rehearsal.items()).toEqual(before)
  })
})

describe('on the way', { timeout: 30_000 }, () => {
  it('lessons arrive in order, one on each chosen day, within the chosen hour of the chosen zone', async () => {
    await rehearsal.pass(4, newYork)
    // Heard from, so that nobody asks whether to go on.
    await post(`${rehearsal.siteUrl}/lessons/E02/done`, { t: await tokenIn('E02') })
    await rehearsal.pass(4, newYork)

    const [, ...later] = await lessons()
    expect(later.map((mail) => `${mail.step} ${cameAt(ana.zone, mail)}`)).toEqual([
      'E02 Wed 18 h',
      'E03 Sat 18 h',
      'E04 Mon 18 h',
    ])
  })

  it('a lesson opens from its mail, shows its answers on a press, and keeps what was known and what is done', async () => {
    const { page } = guest
    await openMail(page, rehearsal, ana.address, /E04/)
    await pressInMail(page, 'Open E04 and mark it done')
    const questions = page.locator('.checks > li:has(form)')
    expect(await questions.nth(0).getByRole('button', { name: 'I knew it' }).isVisible()).toBe(false)

    await questions.nth(0).getByText('Answer', { exact: true }).click()
    await questions.nth(0).getByRole('button', { name: 'I knew it' }).click()
    expect(await questions.nth(0).getByRole('status').innerText()).toBe('Kept: you knew it.')
    await questions.nth(1).getByText('Answer', { exact: true }).click()
    await questions.nth(1).getByRole('button', { name: 'I missed it' }).click()
    expect(await questions.nth(1).getByRole('status').innerText()).toContain('Kept: you missed it.')
    await press(page, 'Mark E04 as done')

    expect(await heading()).toBe('E04 is done')
    expect(await page.getByText(/Next is E05/).innerText()).toMatch(/: Wednesday \d+ \w+\. It takes \d+ minutes\.$/)
  })
})

describe('on “my path”', { timeout: 30_000 }, () => {
  it('a fresh link by mail opens it; it says where I am and what comes when', async () => {
    const { page } = guest
    await openMyPath(page, rehearsal, ana.address, /E04/)

    expect(await heading()).toMatch(/^E05 comes on Wednesday \d+ \w+, 18:\d\d in New York$/)
    expect(await page.getByText('done of').innerText()).toMatch(/^1 h 25 done of .* 4 of \d+ steps/)
    const dates = await page.getByRole('region', { name: 'What comes when' }).getByRole('time').allInnerTexts()
    expect(dates.slice(0, 4).map((date) => date.split(' ')[0])).toEqual(['Wed', 'Sat', 'Mon', 'Wed'])
  })

  it('nothing arrives while the path is paused, and it goes on by itself on the day that was named', async () => {
    const { page } = guest
    const returns = localMoment(ana.zone, rehearsal.now() + 8 * dayMs)
    await page.getByLabel('Until the day').fill(returns.date)
    await press(page, 'Pause until that day')
    expect(await page.getByRole('table').getByRole('cell').first().innerText()).toMatch(/^Wed /)
    await press(page, /^Pause until /)
    expect(await page.getByRole('status').innerText()).toContain('Paused.')

    await rehearsal.pass(8, newYork)
    expect(await stepsSent()).toEqual(['E01', 'E02', 'E03', 'E04'])

    await rehearsal.pass(1, newYork)
    const mail = (await lessons()).at(-1)
    expect([mail?.step, cameAt(ana.zone, mail)]).toEqual(['E05', 'Wed 18 h'])
  })

  it('an open pause lasts until “resume”; a new hour and zone hold from the next lesson on', async () => {
    const { page } = guest
    await openMyPath(page, rehearsal, ana.address, /E05/)
    await change(page, 'Pause until I return')
    expect(await heading()).toBe('Paused until you return')
    await rehearsal.pass(8, onceADay)
    expect((await stepsSent()).at(-1)).toBe('E05')

    await openMyPath(page, rehearsal, ana.address, /E05/)
    await change(page, 'Resume', 'Resume the path')
    await chooseDays(page, ['Thu'])
    await page.getByLabel('Hour', { exact: true }).fill('07:00')
    await page.getByLabel('Time zone').selectOption({ label: 'Berlin' })
    await change(page, 'Show me the new dates', 'Save the new days and hour')
    expect(await heading()).toMatch(/^R01 comes on Thursday \d+ \w+, 07:\d\d in Berlin$/)
    await rehearsal.pass(7, berlin)

    const later = (await lessons()).slice(5)
    expect(later.map((mail) => `${mail.step} ${cameAt(berlin.zone, mail)}`)).toEqual(['R01 Thu 7 h'])
  })

  it('“send me the next one now” works once a day; a second press, from another tab too, is told why not', async () => {
    const { page, context } = guest
    await rehearsal.skipTime(dayMs)
    await openMyPath(page, rehearsal, ana.address, /R01/)
    const otherTab = await context.newPage()
    await otherTab.goto(page.url())

    await change(page, 'Send me E06 now')
    expect(await page.getByRole('status').innerText()).toContain('is on its way to your inbox')
    expect((await stepsSent()).at(-1)).toBe('E06')
    expect(await page.getByRole('button', { name: /^Send me/ }).count()).toBe(0)
    await press(otherTab, 'Send me E06 now')

    expect(await otherTab.getByRole('alert').innerText()).toContain(
      'A step was sent to you today, and there is at most one a day.',
    )
    expect((await stepsSent()).filter((step) => step === 'E06')).toHaveLength(1)
    await otherTab.close()
  })

  it('a skipped step is passed over: the one after it is next', async () => {
    await change(guest.page, 'Skip E07')
    expect(await guest.page.getByRole('status').innerText()).toMatch(/^E07 .* skipped\. Next: E08 on /)
    expect(await stepsSent()).not.toContain('E07')
  })
})

describe('leaving', { timeout: 30_000 }, () => {
  it('one press of a mail program is enough: no cookie, no page in between; nothing arrives any more', async () => {
    const url = oneClickUrl((await lessons()).at(-1))
    const before = await rehearsal.mailsTo(ana.address)

    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    await rehearsal.pass(8, { ...berlin, hours: [7] })

    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
    expect(await rehearsal.mailsTo(ana.address)).toEqual(before)
  })
})
