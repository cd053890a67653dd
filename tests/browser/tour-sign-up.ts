/** The way to a sign-up: where to start, the first dates, the form for other sites. */
import type { Locator, Page } from 'playwright-core'
import { chooseDays, press } from './person.ts'
import type { Rehearsal } from './rehearsal.ts'
import type { Stop } from './tour.ts'

export function signUpStops({ siteUrl }: Rehearsal): readonly Stop[] {
  const stop = (name: string, open: Stop['open']): Stop => ({ name, kind: 'site', open })
  const at = (name: string, path: string) => stop(name, (page) => page.goto(siteUrl + path))
  const placed = (name: string, rights: readonly number[]) => at(name, `/placement/result?${answers(rights)}`)
  return [
    at('placement', '/placement'),
    stop('422 placement, a block half done', async (page) => {
      await page.goto(`${siteUrl}/placement`)
      await page.getByRole('radio').first().check()
      await press(page, 'Go on to Small-band projects')
    }),
    at('placement, the last block', `/placement?${answers([4, 4, 4, 0])}&block=4`),
    placed('placed at the first stage, with a fast lane', [2, 1, 0, 0]),
    placed('placed at the second stage', [3, 1, 0, 0]),
    placed('placed at the third stage, one left out', [4, 3, 1, 4]),
    placed('placed at the last stage', [4, 4, 3, 4]),
    stop('sign-up with the start that was suggested', (page) =>
      page.getByRole('link', { name: 'Start with Capstone: produce a record' }).click(),
    ),
    stop('sign-up, the first dates', async (page) => {
      await page.goto(`${siteUrl}/sign-up?stage=business&catchUp=E10&catchUp=B12&without=theory-arranging`)
      await chooseDays(page, ['Mon', 'Wed', 'Sat'])
      await page.getByLabel('Your plan (optional)').fill('Monday 19:00 at my desk')
      await press(page, 'Show the first dates')
    }),
    at('embed', '/embed'),
  ]
}

/** The right answer of each item of the course's own placement check, in blocks of four. */
const right = [
  [1, 1, 2, 2],
  [0, 1, 2, 1],
  [2, 3, 2, 2],
  [1, 0, 1, 3],
]

/** So many right answers in each block, and "I don't know" for the others. */
function answers(rights: readonly number[]): string {
  const all = right.flatMap((block, at) =>
    block.map((answer, index) => (index < (rights[at] ?? 0) ? String(answer) : 'x')),
  )
  return all.map((answer, index) => `PL${String(index + 1).padStart(2, '0')}=${answer}`).join('&')
}

/** Answers a block of the placement check by hand: so many rightly, the others with "I don't know". */
export async function answerBlock(page: Page, block: number, rights: number, mark = check): Promise<void> {
  const questions = await page.locator('fieldset.question').all()
  for (const [index, question] of questions.entries()) {
    const dontKnow = (await question.getByRole('radio').count()) - 1
    await mark(question, index < rights ? (right[block]?.[index] ?? 0) : dontKnow)
  }
}

async function check(question: Locator, place: number): Promise<void> {
  await question.getByRole('radio').nth(place).check()
}
