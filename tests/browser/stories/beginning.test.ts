/** How people begin: the newcomer, and the engineer who starts further on. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Guest, openBrowser, type TestBrowser } from '../../support/browser.ts'
import { finger, type Hands, keys } from '../hands.ts'
import { openMail } from '../person.ts'
import { type Rehearsal, startRehearsal } from '../rehearsal.ts'
import { answerBlock } from '../tour-sign-up.ts'

const sevenInLondon = { zone: 'Europe/London', hours: [7] }

let browser: TestBrowser
let rehearsal: Rehearsal
let guest: Guest

beforeAll(async () => {
  ;[browser, rehearsal] = await Promise.all([openBrowser(), startRehearsal()])
}, 60_000)
afterEach(async () => {
  const faults = [...guest.faults, ...rehearsal.complaints]
  await guest.leave()
  expect(faults).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await rehearsal?.stop()
})

const heading = () => guest.page.getByRole('heading', { level: 1 }).innerText()
const days = () => guest.page.getByRole('group', { name: 'Days' }).getByRole('checkbox')
const consent = () => guest.page.getByRole('checkbox', { name: /Text of/ })
const stepsTo = async (address: string) => (await rehearsal.mailsTo(address)).map(({ step }) => step)

const newcomers: readonly (readonly [
  string,
  Parameters<TestBrowser['newGuest']>[0],
  (page: Guest['page']) => Hands,
])[] = [
  ['on a phone, with a finger', { touch: true, width: 360 }, finger],
  ['on a phone’s width, with the keys alone', { width: 360 }, keys],
  ['with the keys alone, and script off', { script: false }, keys],
]

describe('the newcomer', { timeout: 60_000 }, () => {
  it.each(newcomers)('%s: reads one lesson, signs up, starts, and does the first lesson', async (how, wish, with_) => {
    guest = await browser.newGuest(wish)
    const { page } = guest
    const hands = with_(page)
    const address = `newcomer-${how.length}@example.org`

    await page.goto(rehearsal.siteUrl)
    await hands.follow(/^Read a lesson first/)
    expect(await heading()).toBe('Polarity, time and comb filters')
    await hands.follow('Sign up')

    await hands.type('Email address', address)
    await hands.tick(days(), ['Tue', 'Thu'])
    await hands.type('Hour', '07:00')
    await hands.type(/^Your plan/, 'Tuesday 19:00 at my desk')
    await hands.press('Show the first dates')
    const dates = page.getByRole('region', { name: 'Your first dates' })
    expect(await dates.locator('p').innerText()).toMatch(
      /^Two lessons a week: Tuesday and Thursday, from 07:00 in London\./,
    )
    expect((await dates.getByRole('listitem').allInnerTexts()).map(weekdayIn)).toEqual([
      undefined,
      'Tuesday',
      'Thursday',
      'Tuesday',
      'Thursday',
    ])
    await hands.tick(consent(), ['Send'])
    await hands.press('Send me the confirmation mail')
    expect(await heading()).toBe('Check your inbox')

    await openMail(page, rehearsal, address, /^Press once/)
    await hands.followInMail('Start the path')
    expect(await stepsTo(address)).toEqual(['confirm'])
    await hands.press('Start the path')
    expect(await heading()).toBe('The path has started')
    expect(await stepsTo(address)).toEqual(['confirm', 'E01'])

    await openMail(page, rehearsal, address, /E01/)
    await hands.followInMail('Open E01 and mark it done')
    const question = page.locator('.checks > li:has(form)').first()
    await hands.open(question.locator('summary'))
    await hands.press('I knew it')
    expect(await question.getByRole('status').innerText()).toBe('Kept: you knew it.')
    await hands.press('Mark E01 as done')
    expect(await heading()).toBe('E01 is done')
    expect(await page.getByText(/^Next is E02/).innerText()).toMatch(/: Tuesday \d+ \w+\./)
  })
})

describe('the working engineer, with the keys alone', { timeout: 60_000 }, () => {
  it('answers sixteen questions, is told why the second stage suits, and gets what was missed and then that', async () => {
    guest = await browser.newGuest()
    const { page } = guest
    const hands = keys(page)
    const address = 'engineer@example.org'

    await page.goto(rehearsal.siteUrl)
    await hands.follow('A few questions suggest a start')
    const ways = [/^Go on to Small-band/, /^Go on to Business/, /^Go on to Theory/, 'Show where to start']
    for (const [block, way] of ways.entries()) {
      await answerBlock(page, block, block === 0 ? 3 : 1, hands.mark)
      await hands.press(way)
    }
    expect(await heading()).toBe('Start with Small-band projects')
    expect(await page.getByText('You are ready in Engineering.').innerText()).toContain(
      'In Small-band projects 1 of 4 were right, and 3 make a block ready.',
    )

    await hands.follow('Start with Small-band projects')
    await hands.type('Email address', address)
    await hands.tick(days(), ['Mon', 'Wed', 'Fri'])
    await hands.tick(consent(), ['Send'])
    await hands.press('Send me the confirmation mail')
    await openMail(page, rehearsal, address, /^Press once/)
    await hands.followInMail('Start the path')
    await hands.press('Start the path')
    await rehearsal.pass(5, sevenInLondon)

    expect(await stepsTo(address)).toEqual(['confirm', 'E14', 'B01', 'B02'])
  })
})

function weekdayIn(text: string): string | undefined {
  return /(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/.exec(text)?.[0]
}
