/** The local inbox, and the mails by themselves. */
import { type Cast, stepsToRead } from './cast.ts'
import type { Learner } from './learner.ts'
import type { ReceivedMail, Rehearsal } from './rehearsal.ts'
import type { Stop } from './tour.ts'

export function inboxStops({ inboxUrl }: Rehearsal): readonly Stop[] {
  const stop = (name: string, open: Stop['open']): Stop => ({ name: `inbox, ${name}`, kind: 'inbox', open })
  return [
    stop('nothing found', (page) => page.goto(`${inboxUrl}/?to=nobody`)),
    stop('list', (page) => page.goto(inboxUrl)),
    stop('mail', async (page) => {
      await page.getByRole('link', { name: /^E01/ }).first().click()
      await page.frameLocator('iframe').getByRole('link', { name: 'Stop all lessons' }).waitFor()
    }),
    stop('mail as plain text', async (page) => {
      await page.getByRole('link', { name: 'Plain text' }).click()
      await page.locator('pre').waitFor()
    }),
    stop('mail as source', async (page) => {
      await page.getByRole('link', { name: 'Source' }).click()
      await page.getByText('MIME-Version: 1.0').first().waitFor()
    }),
  ]
}

export function mailStops(rehearsal: Rehearsal, { reader, reminded, silent }: Cast): readonly Stop[] {
  const to = (learner: Learner, step: string) => mailStop(rehearsal, step, () => learner.mail(step))
  return [
    ...['confirm', 'sign-in', 'E01', ...stepsToRead].map((step) => to(reader, step)),
    to(reminded, 'nudge'),
    to(silent, 're-entry'),
    to(silent, 'pausing'),
  ]
}

/** The HTML of a mail as a mail program gets it, without the inbox around it. */
export function mailStop({ inboxUrl }: Rehearsal, name: string, find: () => Promise<ReceivedMail>): Stop {
  return {
    name: `mail ${name}`,
    kind: 'mail',
    async open(page) {
      const { id } = await find()
      const { html } = (await (await fetch(`${inboxUrl}/api/mails/${id}`)).json()) as { html: string }
      await page.goto('about:blank')
      await page.setContent(html)
    },
  }
}
