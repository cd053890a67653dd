/** Presses that come twice, or from a page that is no longer true. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayMs } from '../../../functions/domain/instant.ts'
import { sendThis } from '../cast.ts'
import { type Learner, signedUp, started } from '../learner.ts'
import { chooseDays, press } from '../person.ts'
import { visitAs } from '../visit.ts'

const eachMorning = { zone: 'Europe/London', hours: [7] }

const visit = visitAs({ width: 390 })

const headingOf = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const becomes = (heading: string | RegExp) => expect.poll(() => headingOf(visit.guest.page)).toMatch(heading)
const stepsTo = async ({ mails }: Learner) => (await mails()).map(({ step }) => step)

/** Presses a button while the same press is on its way already. Both have to be answered as if there were one. */
async function pressTwice(name: string | RegExp) {
  const button = visit.guest.page.getByRole('button', { name }).first()
  const { action, fields } = await button.evaluate(whatItSends)
  const first = fetch(action, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
  await Promise.all([visit.guest.page.waitForEvent('domcontentloaded'), button.click()])
  expect((await first).status).toBeLessThan(400)
}

/** What a button of a form would send. These files know no browser's types, so it is built by hand. */
function whatItSends(button: object) {
  const form: { readonly action: string } = Reflect.get(button, 'form')
  const fields = Reflect.construct(FormData, [form, button])
  return { action: form.action, fields: new URLSearchParams(fields).toString() }
}

describe('a double press', { timeout: 60_000 }, () => {
  it('of the form is one sign-up, and brings nothing but confirmations', async () => {
    const { page } = visit.guest
    await page.goto(visit.rehearsal.siteUrl)
    await page.getByLabel('Email address').fill('ana@example.org')
    await chooseDays(page, ['Tue'])
    await page.getByRole('checkbox', { name: /Text of/ }).check()
    await pressTwice('Send me the confirmation mail')
    await becomes('Check your inbox')
    await visit.rehearsal.tick()
    const steps = (await visit.rehearsal.mailsTo('ana@example.org')).map(({ step }) => step)
    expect(new Set(steps)).toEqual(new Set(['confirm']))
    expect((await visit.rehearsal.items()).filter(({ sk }) => sk?.S?.startsWith('ENROLMENT#'))).toHaveLength(1)
  })

  it('starts one path, with one first lesson', async () => {
    const bea = await signedUp(visit.rehearsal, 'bea@example.org')
    await visit.guest.page.goto(await bea.link('confirm', '/confirm/'))
    await pressTwice('Start the path')
    await becomes(/^The path has started$|^You have started already$/)
    await visit.rehearsal.tick()
    expect(await stepsTo(bea)).toEqual(['confirm', 'E01'])
  })

  it('answers once, marks done once, pauses, resumes and has the next one sent once', async () => {
    const { page } = visit.guest
    const cleo = await started(visit.rehearsal, 'cleo@example.org')
    await visit.rehearsal.pass(1, eachMorning)
    await page.goto(await cleo.link('E01', '/lessons/'))
    await page.locator('.checks > li:has(form) summary').first().click()
    await pressTwice('I knew it')
    await page.getByText('Kept: you knew it.').waitFor()
    await pressTwice('Mark E01 as done')
    await becomes('E01 is done')

    await page.goto(await cleo.signInLink())
    await pressTwice('Pause until I return')
    await becomes(/^Pause .*\?$/)
    await pressTwice('Pause until I return')
    await becomes('Paused until you return')
    await pressTwice('Resume')
    await pressTwice('Resume the path')
    await becomes(/^E03 comes on /)

    await visit.rehearsal.skipTime(dayMs)
    await page.goto(await cleo.signInLink())
    await pressTwice('Send me E03 now')
    await becomes(/^Send .*\?$/)
    await pressTwice('Send me E03 now')
    await becomes(/^E03 is on its way|^E04 comes on /)
    await visit.rehearsal.tick()
    expect((await stepsTo(cleo)).filter((step) => step === 'E03')).toEqual(['E03'])
  })

  it('hands in once, and leaves once', async () => {
    const { page } = visit.guest
    const dora = await started(visit.rehearsal, 'dora@example.org')
    await sendThis(visit.rehearsal, dora, 'P01')
    await page.goto(`${visit.rehearsal.siteUrl}/lessons/P01/hand-in?t=${await dora.lessonToken()}`)
    for (const criterion of await page.getByRole('group').all()) await criterion.getByRole('radio').nth(2).check()
    await page.getByLabel('Link').fill('example.org/session')
    await pressTwice('Hand in P01')
    await becomes('P01 is handed in')

    await page.goto(await dora.link('E01', '/leave/'))
    await pressTwice('Stop all lessons')
    await becomes('No more lessons will be sent')
  })
})

describe('the back button after leaving', { timeout: 60_000 }, () => {
  it('finds a path that says it is stopped; what another tab still shows changes nothing, and says why', async () => {
    const { page, context } = visit.guest
    const edith = await started(visit.rehearsal, 'edith@example.org')
    await page.goto(await edith.signInLink())
    const otherTab = await context.newPage()
    await otherTab.goto(page.url())
    await page.getByRole('link', { name: 'Stop all lessons' }).click()
    await press(page, 'Stop all lessons')
    await becomes('No more lessons will be sent')

    await page.goBack()
    await page.goBack()
    expect(await headingOf(page)).toBe('You have stopped all lessons')
    expect(await page.getByRole('button', { name: /Pause|Skip|Send/ }).count()).toBe(0)
    await press(otherTab, 'Pause until I return')
    expect(await otherTab.locator('main').innerText()).toContain('stopped')
    await otherTab.close()
    await visit.rehearsal.pass(2, eachMorning)
    expect(await stepsTo(edith)).toEqual(['confirm', 'E01', 'sign-in'])
  })
})
