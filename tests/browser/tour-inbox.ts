/** The local inbox, and the mails by themselves. */
import { type Cast, stepsToRead } from './cast.ts'
import type { Rehearsal } from './rehearsal.ts'
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

/** The HTML of a mail as a mail program gets it, without the inbox around it. */
export function mailStops({ inboxUrl }: Rehearsal, { reader }: Cast): readonly Stop[] {
  return ['confirm', 'sign-in', 'E01', ...stepsToRead].map((step) => ({
    name: `mail ${step}`,
    kind: 'mail',
    async open(page) {
      const { id } = await reader.mail(step)
      const { html } = (await (await fetch(`${inboxUrl}/api/mails/${id}`)).json()) as { html: string }
      await page.goto('about:blank')
      await page.setContent(html)
    },
  }))
}
