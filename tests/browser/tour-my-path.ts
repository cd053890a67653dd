/** "My path" in each of its states. */
import { bounce, bounceSoftly, type Cast, leave } from './cast.ts'
import { signedUp } from './learner.ts'
import { change, chooseDays, press } from './person.ts'
import type { Rehearsal } from './rehearsal.ts'
import type { Stop } from './tour.ts'

export function myPathStops(rehearsal: Rehearsal, cast: Cast): readonly Stop[] {
  const { steady, fresh, paused, pausedUntil, stuck, undeliverable, returning, finished } = cast
  const stop = (name: string, open: Stop['open']): Stop => ({ name: `my path, ${name}`, kind: 'site', open })
  return [
    stop('on the way', async (page) => page.goto(await steady.signInLink())),
    stop('pace, before and after', async (page) => {
      await chooseDays(page, ['Mon', 'Wed', 'Fri'])
      await press(page, 'Show me the new dates')
    }),
    stop('409 pace, another tab was first', async (page) => {
      const otherTab = await page.context().newPage()
      await otherTab.goto(await steady.signInLink())
      await chooseDays(otherTab, ['Sat'])
      await change(otherTab, 'Show me the new dates', 'Save the new days and hour')
      await otherTab.close()
      await press(page, 'Save the new days and hour')
    }),
    stop('pace saved', (page) => press(page, 'Save the new days and hour')),
    stop('422 no day chosen', async (page) => {
      await chooseDays(page, [])
      await press(page, 'Show me the new dates')
    }),
    stop('422 pause until no day', async (page) => {
      await page.getByLabel('Until the day').fill('2020-01-01')
      await press(page, 'Pause until that day')
    }),
    stop('start over, before and after', (page) => press(page, 'Start over')),
    stop('another stage, before and after', async (page) => {
      await page.getByRole('link', { name: 'Leave it as it is' }).click()
      await page.getByLabel('Begin with the stage').selectOption({ index: 1 })
      await press(page, 'Move to the stage')
    }),
    stop('skip, before and after', async (page) => {
      await page.getByRole('link', { name: 'Leave it as it is' }).click()
      await press(page, /^Skip /)
    }),
    stop('skipped', (page) => press(page, /^Skip /)),
    stop('the next one, before and after', (page) => press(page, /^Send me /)),
    stop('the next one sent', (page) => press(page, /^Send me /)),
    stop('once more, before and after', (page) => press(page, 'Send it once more')),
    stop('once more', (page) => press(page, /once more$/)),
    stop('one came today', async (page) => page.goto(await fresh.signInLink())),
    stop('409 one came today', async (page) => {
      const { searchParams, origin } = new URL(page.url())
      const form = `<form method="post" action="${origin}/path/preview/next"><input name="t" value="${searchParams.get('t')}"><button>Now</button></form>`
      await page.goto('about:blank')
      await page.setContent(form)
      await press(page, 'Now')
    }),
    stop('paused', async (page) => page.goto(await paused.signInLink())),
    stop('resume, before and after', (page) => press(page, 'Resume')),
    stop('resumed', (page) => press(page, 'Resume the path')),
    stop('open pause, before and after', (page) => press(page, 'Pause until I return')),
    stop('paused until', async (page) => page.goto(await pausedUntil.signInLink())),
    stop('a mail came back', async (page) => {
      await bounceSoftly(rehearsal, fresh)
      await page.goto(await fresh.signInLink())
    }),
    stop('stuck', async (page) => page.goto(await stuck.signInLink())),
    stop('finished', async (page) => page.goto(await finished.signInLink())),
    stop('undeliverable', async (page) => {
      const link = await undeliverable.signInLink()
      await bounce(rehearsal, undeliverable)
      await page.goto(link)
    }),
    stop('left', async (page) => {
      const link = await returning.signInLink()
      await leave(returning)
      await page.goto(link)
    }),
    stop('not confirmed', async (page) => {
      await signedUp(rehearsal, returning.address)
      await page.reload()
    }),
  ]
}
