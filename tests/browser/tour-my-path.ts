/** "My path" in each of its states. */
import { bounce, type Cast, leave } from './cast.ts'
import { signedUp } from './learner.ts'
import { chooseDays, press } from './person.ts'
import type { Rehearsal } from './rehearsal.ts'
import type { Stop } from './tour.ts'

export function myPathStops(rehearsal: Rehearsal, cast: Cast): readonly Stop[] {
  const { steady, fresh, paused, pausedUntil, stuck, undeliverable, returning, finished } = cast
  const stop = (name: string, open: Stop['open']): Stop => ({ name: `my path, ${name}`, kind: 'site', open })
  return [
    stop('on the way', async (page) => page.goto(await steady.signInLink())),
    stop('pace saved', async (page) => {
      await chooseDays(page, ['Mon', 'Wed', 'Fri'])
      await press(page, 'Save days and hour')
    }),
    stop('422 no day chosen', async (page) => {
      await chooseDays(page, [])
      await press(page, 'Save days and hour')
    }),
    stop('422 pause until no day', async (page) => {
      await page.getByLabel('Until the day').fill('2020-01-01')
      await press(page, 'Pause until that day')
    }),
    stop('skipped', (page) => press(page, /^Skip /)),
    stop('the next one sent', (page) => press(page, /^Send me /)),
    stop('one came today', async (page) => page.goto(await fresh.signInLink())),
    stop('409 one came today', async (page) => {
      const { searchParams, origin } = new URL(page.url())
      const form = `<form method="post" action="${origin}/path/next"><input name="t" value="${searchParams.get('t')}"><button>Now</button></form>`
      await page.goto('about:blank')
      await page.setContent(form)
      await press(page, 'Now')
    }),
    stop('paused', async (page) => page.goto(await paused.signInLink())),
    stop('resumed', (page) => press(page, 'Resume now')),
    stop('paused until', async (page) => page.goto(await pausedUntil.signInLink())),
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
