/** What happens to people on the way: a project left lying, a mail that got lost, leaving and coming back. With the keys alone. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Guest, openBrowser, type TestBrowser } from '../../support/browser.ts'
import { sendThis } from '../cast.ts'
import { type Hands, keys } from '../hands.ts'
import { type Learner, started } from '../learner.ts'
import { openMail } from '../person.ts'
import { type Rehearsal, startRehearsal } from '../rehearsal.ts'

const eachMorning = { zone: 'Europe/London', hours: [7] }

let browser: TestBrowser
let rehearsal: Rehearsal
let guest: Guest
let hands: Hands

beforeAll(async () => {
  ;[browser, rehearsal] = await Promise.all([openBrowser(), startRehearsal()])
  guest = await browser.newGuest({ width: 390 })
  hands = keys(guest.page)
}, 60_000)
afterEach(() => expect([...guest.faults, ...rehearsal.complaints]).toEqual([]))
afterAll(async () => {
  await browser?.close()
  await rehearsal?.stop()
})

const heading = () => guest.page.getByRole('heading', { level: 1 }).innerText()
const stepsTo = async (address: string) => (await rehearsal.mailsTo(address)).map(({ step }) => step)
/** What came since the steps that were sent to bring this learner here. */
const sinceThen = async (learner: Learner, before: number) => (await stepsTo(learner.address)).slice(before)

describe('the one who never hands in', { timeout: 60_000 }, () => {
  it('is reminded kindly, told the day on which the path goes on, and it does; the project stays open', async () => {
    const { page } = guest
    const ana = await started(rehearsal, 'ana@example.org')
    await sendThis(rehearsal, ana, 'P01')
    const before = (await ana.mails()).length

    await rehearsal.pass(4, eachMorning)
    expect(await sinceThen(ana, before)).toEqual(['nudge'])
    await openMail(page, rehearsal, ana.address, /^Your project is still open/)
    await hands.followInMail('Open the brief')
    await hands.follow('Hand in P01')
    const told = await page.getByRole('region', { name: 'Not now, or not this one' }).innerText()
    const [, day] = /without it on (\w+day \d+ \w+)/.exec(told) ?? []
    expect(day).toBeDefined()

    await rehearsal.pass(7, eachMorning)
    expect(await sinceThen(ana, before)).toEqual(['nudge', 'nudge'])
    await rehearsal.pass(4, eachMorning)

    expect(await sinceThen(ana, before)).toEqual(['nudge', 'nudge', 'B01'])
    expect(dayOf((await ana.mail('B01')).sentAt)).toBe(day)
    await page.goto(await ana.link('P01', '/lessons/'))
    await hands.follow('Hand in P01')
    expect(await heading()).toBe('Hand in P01')
    expect(await page.getByText('Nothing on your path waits for it.').isVisible()).toBe(true)
  })

  it('or goes on without it at once, by one press', async () => {
    const { page } = guest
    const bea = await started(rehearsal, 'bea@example.org')
    await sendThis(rehearsal, bea, 'P01')
    const before = (await bea.mails()).length
    await page.goto(await bea.link('P01', '/lessons/'))
    await hands.follow('Hand in P01')
    await hands.press('Go on without P01')

    expect(await heading()).toBe('The path goes on without P01')
    await rehearsal.pass(1, eachMorning)
    expect(await sinceThen(bea, before)).toEqual(['B01'])
  })
})

describe('the one who loses the mail', { timeout: 60_000 }, () => {
  it('comes without any, has a link sent, sees what sending again does to the dates, and gets it: one mail a day', async () => {
    const { page } = guest
    const cleo = await started(rehearsal, 'cleo@example.org')
    const before = (await cleo.mails()).length

    await page.goto(rehearsal.siteUrl)
    await hands.follow('My path')
    await hands.type('Email address', cleo.address)
    await hands.press('Mail me a link')
    expect(await heading()).toBe('Check your inbox')
    await openMail(page, rehearsal, cleo.address, /^Your link to your path/)
    await hands.followInMail('Open my path')
    await hands.press('Send it once more')
    expect(await heading()).toBe('Send E01 once more?')
    expect(await page.getByText('A mail came today, and there is at most one a day').isVisible()).toBe(true)
    await hands.press('Send me E01 once more')
    expect(await page.getByRole('status').innerText()).toMatch(/^E01 .* is sent once more\. Next: E01 on /)
    await rehearsal.pass(2, eachMorning)

    expect((await sinceThen(cleo, before)).filter((step) => step !== 'sign-in')).toEqual(['E01', 'E02'])
  })
})

describe('the one who leaves and comes back', { timeout: 60_000 }, () => {
  it('stops by a link and a press, hears nothing, signs up again, and goes on where they stopped', async () => {
    const { page } = guest
    const dora = await started(rehearsal, 'dora@example.org')
    await rehearsal.pass(1, eachMorning)
    expect(await stepsTo(dora.address)).toEqual(['confirm', 'E01', 'E02'])

    await openMail(page, rehearsal, dora.address, /E02/)
    await hands.followInMail('Stop all lessons')
    await hands.press('Stop all lessons')
    expect(await heading()).toBe('No more lessons will be sent')
    await rehearsal.pass(5, eachMorning)
    expect(await stepsTo(dora.address)).toEqual(['confirm', 'E01', 'E02'])
    await page.goBack()
    await hands.press('Stop all lessons')

    await hands.follow('sign up again')
    await hands.type('Email address', dora.address)
    await hands.tick(page.getByRole('checkbox', { name: /Text of/ }), ['Send'])
    await hands.press('Send me the confirmation mail')
    expect(await heading()).toBe('Check your inbox')
    await openMail(page, rehearsal, dora.address, /^Press once/)
    await hands.followInMail('Start the path')
    expect(await page.getByText('follows at once').first().innerText()).toContain('E03')
    await hands.press('Start the path')

    expect(await stepsTo(dora.address)).toEqual(['confirm', 'E01', 'E02', 'confirm', 'E03'])
  })
})

/** "Monday 30 November", in London. */
function dayOf(instant: number): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
  return format.format(instant).replace(',', '')
}
