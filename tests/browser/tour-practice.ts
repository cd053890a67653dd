/** Answers, reviews and projects: what a learner presses while studying. */
import type { Page } from 'playwright-core'
import type { Cast } from './cast.ts'
import { press } from './person.ts'
import type { Stop } from './tour.ts'

export function practiceStops({ reader, maker, passer }: Cast): readonly Stop[] {
  const stop = (name: string, open: Stop['open']): Stop => ({ name, kind: 'site', open })
  return [
    stop('lesson, asked from memory', async (page) => {
      await page.goto(await reader.link('E10', '/lessons/'))
      for (const summary of await page.locator('.recall summary').all()) await summary.click()
    }),
    stop('lesson, answered from memory', (page) => answer(page, '.recall', 0, 'I missed it')),
    stop('lesson, all answered', async (page) => {
      for (const [place, verdict] of ['I knew it', 'I missed it', 'I knew it'].entries())
        await answer(page, '[aria-labelledby=self-check]', place, verdict)
    }),
    stop('ear drill, a wrong one chosen', async (page) => {
      const right = Number(await page.locator('.drill').first().getAttribute('data-answer'))
      await page
        .locator('.drill .options')
        .first()
        .getByRole('button')
        .nth(right === 0 ? 1 : 0)
        .click()
    }),
    stop('ear drill, the right one chosen', async (page) => {
      const right = Number(await page.locator('.drill').first().getAttribute('data-answer'))
      await page.locator('.drill .options').first().getByRole('button').nth(right).click()
      await page.getByRole('button', { name: 'Try again' }).waitFor()
    }),
    stop('410 question gone', async (page) => {
      const { origin, searchParams } = new URL(page.url())
      const fields = `<input name="t" value="${searchParams.get('t')}"><input name="check" value="E10.9"><input name="verdict" value="knew">`
      await page.goto('about:blank')
      await page.setContent(
        `<form method="post" action="${origin}/lessons/E10/answers">${fields}<button>Now</button></form>`,
      )
      await press(page, 'Now')
    }),
    stop('review, six questions', async (page) => page.goto(await reader.link('R01', '/lessons/'))),
    stop('review, all answered', async (page) => {
      for (const place of [0, 1, 2, 3, 4, 5])
        await answer(page, '[aria-labelledby=self-check]', place, place < 4 ? 'I knew it' : 'I missed it')
    }),
    stop('project, its brief', async (page) => page.goto(await maker.link('P01', '/lessons/'))),
    stop('project, to hand in', async (page) => {
      await Promise.all([
        page.waitForURL(/hand-in/),
        page.getByRole('link', { name: 'Hand in P01', exact: true }).click(),
      ])
    }),
    stop('422 project, marks and link missing', async (page) => {
      await page.getByLabel('Link').fill('my folder')
      await page.getByRole('radio', { name: '3 ready' }).first().check()
      await press(page, 'Hand in P01')
    }),
    stop('project, handed in', async (page) => {
      for (const [place, level] of [3, 2, 4, 3, 3].entries()) await mark(page, place, level)
      await page.getByLabel('Link').fill('example.org/session')
      await page.getByLabel('Note').fill('The restore took 14 minutes.\n\nThe room is loud: -48 dBFS, measured.')
      await press(page, 'Hand in P01')
    }),
    stop('409 project, not replaced by a link from a mail', async (page) => {
      const { origin, searchParams } = new URL(page.url())
      const fields = `<input name="t" value="${searchParams.get('t')}"><input name="note" value="It took 12 minutes.">`
      await page.goto('about:blank')
      await page.setContent(
        `<form method="post" action="${origin}/lessons/P01/hand-in">${fields}<button>Now</button></form>`,
      )
      await press(page, 'Now')
    }),
    stop('project, to be changed', async (page) => {
      await page.goto(await maker.signInLink())
      await page.getByRole('link', { name: 'See or change what you handed in for P01' }).click()
      await page.getByText('Change it', { exact: true }).click()
    }),
    stop('project, its brief once handed in', async (page) => page.goto(await maker.link('P01', '/lessons/'))),
    stop('my path, a project waits', async (page) => page.goto(await passer.signInLink())),
    stop('project, gone on without', async (page) => {
      await page.goto((await passer.link('P01', '/lessons/')).replace(/-[a-z-]+\?/, '/hand-in?'))
      await press(page, 'Go on without P01')
    }),
  ]
}

/** Opens the answer of a question, unless it is open, and says how it went. */
async function answer(page: Page, part: string, place: number, verdict: string): Promise<void> {
  const question = page.locator(`${part} .checks > li`).nth(place)
  const button = question.getByRole('button', { name: verdict })
  if (!(await button.isVisible())) await question.locator('summary').click()
  await Promise.all([page.waitForEvent('domcontentloaded'), button.click()])
}

async function mark(page: Page, place: number, level: number): Promise<void> {
  await page
    .locator('fieldset')
    .nth(place)
    .getByRole('radio')
    .nth(level - 1)
    .check()
}
