/** What a person does with site and inbox, in a browser. */
import type { Page } from 'playwright-core'
import type { Rehearsal } from './rehearsal.ts'

/** Opens the newest mail with this subject in the local inbox. */
export async function openMail(page: Page, { inboxUrl }: Rehearsal, address: string, subject: string | RegExp) {
  await page.goto(`${inboxUrl}/?to=${encodeURIComponent(address)}`)
  await page.getByRole('link', { name: subject }).first().click()
}

/** Presses a link in the mail that is open; it leads out of the mail's frame. */
export async function pressInMail(page: Page, name: string | RegExp) {
  await Promise.all([
    page.waitForURL((url) => !url.pathname.startsWith('/mails/')),
    page.frameLocator('iframe').getByRole('link', { name }).first().click(),
  ])
}

/** Presses a form's button, and waits for the page that answers. */
export async function press(page: Page, name: string | RegExp) {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.getByRole('button', { name }).click()])
}

/** Changes something on "my path": looks at what it does to the dates, and saves it there. */
export async function change(page: Page, look: string | RegExp, save: string | RegExp = look) {
  await press(page, look)
  await page.getByText('Nothing is saved yet.').waitFor()
  await press(page, save)
}

/** From a lesson's mail to "my path": the link opens a page that mails a fresh one. */
export async function openMyPath(page: Page, rehearsal: Rehearsal, address: string, lesson: string | RegExp) {
  await openMail(page, rehearsal, address, lesson)
  await pressInMail(page, 'Your path: pause, days and hour')
  await press(page, 'Mail me a link')
  await openMail(page, rehearsal, address, /^Your link to your path/)
  await pressInMail(page, 'Open my path')
}

/** Exactly these days, whatever was ticked before. Names begin as on the page: "Mon". */
export async function chooseDays(page: Page, days: readonly string[]) {
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']) {
    await page.getByRole('checkbox', { name: new RegExp(`^${day}`) }).setChecked(days.includes(day))
  }
}
