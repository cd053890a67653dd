/** What somebody sees who has no link: the pages for everyone, and what goes wrong on them. */
import type { Page } from 'playwright-core'
import { press } from './person.ts'
import type { Rehearsal } from './rehearsal.ts'
import type { Stop } from './tour.ts'
import { writtenSteps } from './written-steps.ts'

export function visitorStops(rehearsal: Rehearsal): readonly Stop[] {
  const { siteUrl } = rehearsal
  const stop = (name: string, open: Stop['open']): Stop => ({ name, kind: 'site', open })
  const at = (name: string, path: string) => stop(name, (page) => page.goto(siteUrl + path))
  return [
    at('landing', '/'),
    stop('landing with every stage open', async (page) => {
      await page.goto(siteUrl)
      for (const summary of await page.locator('.stages summary').all()) await summary.click()
    }),
    at('sign-up', '/sign-up'),
    stop('422 sign-up with everything wrong', async (page) => {
      await page.goto(`${siteUrl}/sign-up`)
      await fillIn(page, 'ana at example')
      for (const day of await page.getByRole('checkbox').all()) await day.uncheck()
      await page.getByLabel('Hour', { exact: true }).fill('')
      await press(page, 'Send me the confirmation mail')
    }),
    stop('413 sign-up with a very long name', async (page) => {
      await page.goto(`${siteUrl}/sign-up`)
      await fillIn(page, 'ana@example.org')
      await page.getByLabel('Name (optional)').fill('A'.repeat(70_000))
      await press(page, 'Send me the confirmation mail')
    }),
    stop('check inbox', async (page) => {
      await page.goto(siteUrl)
      await fillIn(page, 'somebody.with.a.rather.long.address@mail.example.org')
      await press(page, 'Send me the confirmation mail')
    }),
    stop('check inbox, sent again', (page) => press(page, 'Send it again')),
    at('sign-in', '/sign-in'),
    stop('422 sign-in', async (page) => {
      await page.goto(`${siteUrl}/sign-in`)
      await press(page, 'Mail me a link')
    }),
    stop('sign-in, sent', async (page) => {
      await page.goto(`${siteUrl}/sign-in`)
      await page.getByLabel('Email address').fill('ana@example.org')
      await press(page, 'Mail me a link')
    }),
    at('facts', '/facts'),
    at('glossary', '/glossary'),
    at('privacy', '/privacy'),
    // Each may hold a table or a figure that is wider than a phone.
    ...writtenSteps().map((id) => at(`lesson ${id}`, `/lessons/${id}`)),
    at('404', '/no-such-page'),
    at('404 lesson', '/lessons/E99'),
    at('405', '/send-again'),
    at('400 link', '/lessons/E01?t=lesson.k1.somebody.0.cut'),
    at('400 leave', '/leave/cut'),
  ]
}

async function fillIn(page: Page, address: string) {
  await page.getByLabel('Email address').fill(address)
  await page.getByRole('checkbox', { name: /Text of/ }).check()
}
