/** The working engineer who places into the second stage, on a phone, and the one who does it by keyboard in two sittings. */
import { describe, expect, it } from 'vitest'
import { chooseDays, openMail, press, pressInMail } from './person.ts'
import { answerBlock } from './tour-sign-up.ts'
import { visitAs } from './visit.ts'

const visit = visitAs({ script: false, width: 360 })

const heading = () => visit.guest.page.getByRole('heading', { level: 1 }).innerText()
const link = (name: string | RegExp) => visit.guest.page.getByRole('link', { name }).first()

describe('placement', { timeout: 30_000 }, () => {
  it('suggests the second stage to who is ready in the first, from the landing page on', async () => {
    const { page } = visit.guest
    await page.goto(visit.rehearsal.siteUrl)
    await link('A few questions suggest a start').click()
    for (const [block, next] of ['Small-band projects', 'Business', 'Theory and arranging'].entries()) {
      await answerBlock(page, block, block === 0 ? 3 : 1)
      await press(page, `Go on to ${next}`)
    }
    await answerBlock(page, 3, 0)
    await press(page, 'Show where to start')

    expect(await heading()).toBe('Start with Small-band projects')
    // The fourth question of engineering was missed: its lesson comes first.
    expect(await page.getByText('First come the lessons').innerText()).toContain('E14')
  })

  it('leads to the form with that start, shows its dates, and signs up', async () => {
    const { page } = visit.guest
    await link('Start with Small-band projects').click()
    expect(await page.getByLabel('Where to start').inputValue()).toBe('small-band')
    await page.getByLabel('Email address').fill('gita@example.org')
    await chooseDays(page, ['Tue', 'Fri'])
    await page.getByRole('textbox', { name: /^Your plan/ }).fill('Tuesday 19:00 at my desk')
    await press(page, 'Show the first dates')

    const dates = page.getByRole('region', { name: 'Your first dates' })
    expect(await dates.innerText()).toContain('Tuesday')
    expect((await dates.getByRole('listitem').allInnerTexts()).map((row) => row.slice(0, 3))).toEqual([
      'E14',
      'B01',
      'B02',
      'B03',
      'B04',
    ])

    await page.getByRole('checkbox', { name: /Text of/ }).check()
    await press(page, 'Send me the confirmation mail')
    expect(await heading()).toBe('Check your inbox')
    expect(await page.getByRole('region', { name: 'Your first dates' }).innerText()).toContain('E14')
  })

  it('sends what was missed first, then the second stage; her plan is said in the reminder, and no word of hers in the confirmation', async () => {
    const { page } = visit.guest
    await openMail(page, visit.rehearsal, 'gita@example.org', /^Press once/)
    await pressInMail(page, 'Start the path')
    expect(await page.getByText('follows at once').first().innerText()).toContain('E14')
    await press(page, 'Start the path')
    await visit.rehearsal.pass(8, { zone: 'Europe/London', hours: [7] })

    const mails = await visit.rehearsal.mailsTo('gita@example.org')
    expect(mails.map(({ step }) => step)).toEqual(['confirm', 'E14', 'B01', 'B02', 're-entry'])
    expect(mails[0]?.text).not.toContain('desk')
    // After seven days without a press the reminder says her own plan back.
    expect(mails.at(-1)?.text.replaceAll(/\s+/g, ' ')).toContain(
      'Your own plan: When it is Tuesday 19:00 at my desk, I open the lesson.',
    )
  })

  it('goes on where it stopped, from a bookmark, by keyboard alone', async () => {
    const { page } = visit.guest
    await page.goto(`${visit.rehearsal.siteUrl}/placement`)
    const questions = await page.getByRole('group').count()
    await page.getByRole('radio').first().focus()
    for (let question = 0; question < questions; question++) {
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
    }
    await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
    const bookmark = page.url()
    expect(await heading()).toBe('Where to start: Small-band projects')

    await page.goto(visit.rehearsal.siteUrl)
    await page.goto(bookmark)
    await press(page, 'Back to Engineering')

    expect(await page.getByRole('radio', { checked: true }).count()).toBe(questions)
  })

  it('keeps what was answered when the back button is pressed', async () => {
    const { page } = visit.guest
    await page.goto(`${visit.rehearsal.siteUrl}/placement`)
    await answerBlock(page, 0, 4)
    await press(page, 'Go on to Small-band projects')
    await answerBlock(page, 1, 4)
    await page.goBack()
    await page.goForward()
    await press(page, 'Back to Engineering')

    expect(await page.getByRole('radio', { checked: true }).count()).toBe(4)
  })
})
