import { describe, expect, it } from 'vitest'
import { type Learner, oneClickUrl, started } from './learner.ts'
import { openMail, press, pressInMail } from './person.ts'
import { visitAs } from './visit.ts'

/** When the next lesson would come to these learners. */
const eachEvening = { zone: 'Europe/London', hours: [18] }
const pace = { time: '18:00', zone: 'Europe/London' }

const visit = visitAs({ width: 390 })

const heading = () => visit.guest.page.getByRole('heading', { level: 1 }).innerText()

async function nothingCameButTheFirstLesson(learner: Learner): Promise<void> {
  await visit.rehearsal.pass(2, eachEvening)
  expect((await learner.mails()).map(({ step }) => step)).toEqual(['confirm', 'E01'])
}

describe('leaving', { timeout: 30_000 }, () => {
  it('those who do nothing get the next lesson: the proof that something would have come', async () => {
    const ana = await started(visit.rehearsal, 'ana@example.org', pace)
    await visit.rehearsal.pass(2, eachEvening)
    expect((await ana.mails()).map(({ step }) => step)).toEqual(['confirm', 'E01', 'E02'])
  })

  it.each([
    ['form data', () => multipart({ 'List-Unsubscribe': 'One-Click' })],
    ['an encoded form', () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    ['nothing at all', () => ''],
  ])('a POST of %s to the address in the header is enough, for a program without cookies', async (what, body) => {
    const bea = await started(visit.rehearsal, `bea-${what.length}@example.org`, pace)

    const answer = await fetch(oneClickUrl(await bea.mail('E01')), { method: 'POST', redirect: 'manual', body: body() })

    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
    await nothingCameButTheFirstLesson(bea)
  })

  it('by hand it is the link under any mail and one button', async () => {
    const { page } = visit.guest
    const cleo = await started(visit.rehearsal, 'cleo@example.org', pace)
    await openMail(page, visit.rehearsal, cleo.address, /E01/)
    await pressInMail(page, 'Stop all lessons')
    await press(page, 'Stop all lessons')

    expect(await heading()).toBe('No more lessons will be sent')
    await nothingCameButTheFirstLesson(cleo)
  })

  it('the button works a second time, and an old confirmation brings nobody back', async () => {
    const { page } = visit.guest
    const dora = await started(visit.rehearsal, 'dora@example.org', pace)
    for (const _ of ['once', 'twice']) {
      await page.goto(await dora.link('E01', '/leave/'))
      await press(page, 'Stop all lessons')
      expect(await heading()).toBe('No more lessons will be sent')
    }

    await page.goto(await dora.link('confirm', '/confirm/'))
    await press(page, 'Start the path')

    expect(await heading()).toBe('This sign-up is no longer there')
    await nothingCameButTheFirstLesson(dora)
  })
})

function multipart(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}
