/** What the links in a mail open: confirming, lessons, leaving. */
import type { Cast } from './cast.ts'
import { started } from './learner.ts'
import { press } from './person.ts'
import type { Rehearsal } from './rehearsal.ts'
import type { Stop } from './tour.ts'

export function learnerStops(rehearsal: Rehearsal, cast: Cast): readonly Stop[] {
  const { siteUrl } = rehearsal
  const { active, fresh, pending, leaving, silent, erased } = cast
  const stop = (name: string, open: Stop['open']): Stop => ({ name, kind: 'site', open })
  return [
    stop('confirm', async (page) => page.goto(await pending.link('confirm', '/confirm/'))),
    stop('confirmed', (page) => press(page, 'Start the path')),
    stop('already confirmed', async (page) => {
      await page.goto(await pending.link('confirm', '/confirm/'))
      await press(page, 'Start the path')
    }),
    stop('410 confirmation erased', async (page) => {
      await page.goto(erased.confirmLink)
      await press(page, 'Start the path')
    }),
    stop('410 path erased', (page) =>
      page.goto(erased.lessonLink.replace('?', '/done?').replace(/-[a-z-]+\/done/, '/done')),
    ),
    stop('lesson with a link of mine', async (page) => page.goto(await active.link('E02', '/lessons/'))),
    stop('lesson with answers open', async (page) => {
      await page.goto(await active.link('E02', '/lessons/'))
      for (const summary of await page.locator('.checks summary').all()) await summary.click()
    }),
    stop('lesson, answered', async (page) => {
      await page.locator('form.verdict').first().getByRole('button', { name: 'I missed it' }).click()
      await page.getByText('Kept: you missed it.').waitFor()
    }),
    stop('is it done?', async (page) => page.goto(`${siteUrl}/lessons/E02/done?t=${await active.lessonToken()}`)),
    stop('done', (page) => press(page, 'Mark E02 as done')),
    stop('lesson, done', async (page) => page.goto(await active.link('E02', '/lessons/'))),
    stop('done, and the next one sent', async (page) => {
      await page.goto(`${siteUrl}/lessons/E02/done?t=${await active.lessonToken()}`)
      await press(page, /^Send me E03/)
    }),
    stop('a fresh link is needed', async (page) => page.goto(await fresh.link('E01', '/path'))),
    stop('410 expired link', (page) => page.goto(cast.expiredLink)),
    stop('go on?', async (page) => page.goto(await silent.link('pausing', '/go-on/'))),
    stop('gone on', (page) => press(page, 'Go on with my lessons')),
    stop('leave', async (page) => page.goto(await leaving.link('E01', '/leave/'))),
    stop('left', (page) => press(page, 'Stop all lessons')),
    stop('500', async (page) => {
      const token = await brokenLearnersToken(rehearsal)
      await page.goto(`${siteUrl}/lessons/E01?t=${token}`)
    }),
  ]
}

/** Somebody whose enrolment nobody can read. */
async function brokenLearnersToken(rehearsal: Rehearsal): Promise<string> {
  const broken = await started(rehearsal, 'max@example.org')
  const { tags } = await broken.mail('E01')
  const token = await broken.lessonToken()
  await rehearsal.tamper({ pk: { S: `LEARNER#${tags['learner']}` }, sk: { S: `ENROLMENT#${tags['path']}` } })
  return token
}
