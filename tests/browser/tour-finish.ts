/** The end of a path, certificates, and what is kept of a learner. */
import type { Page } from 'playwright-core'
import { type Learner, signedUp, started } from './learner.ts'
import { press } from './person.ts'
import type { ReceivedMail, Rehearsal } from './rehearsal.ts'
import type { Stop } from './tour.ts'
import { mailStop } from './tour-inbox.ts'

export function finishStops(rehearsal: Rehearsal, ida: Learner): readonly Stop[] {
  const { siteUrl } = rehearsal
  const stop = (name: string, open: Stop['open']): Stop => ({ name, kind: 'site', open })
  let certificate = ''
  const at = async (page: Page, path: string) => page.goto((await ida.signInLink()).replace('/path', path))
  return [
    mailStop(rehearsal, 'finish', () => ida.mail('F01')),
    stop('finish', async (page) => page.goto(await ida.link('F01', '/lessons/F01'))),
    stop('certificates, to be made', (page) => at(page, '/path/certificates')),
    stop('422 certificates, without a name', async (page) => {
      await page.getByLabel('Name to show').first().fill(' ')
      await press(page, 'Make the certificate of Engineering')
    }),
    stop('certificates, one made', async (page) => {
      await page.getByLabel('Name to show').first().fill('Ida Lindqvist-Oyelaran')
      await press(page, 'Make the certificate of Engineering')
      await page.getByText('Another name, or withdraw it').click()
    }),
    stop('certificate', async (page) => {
      await page.locator('a[href^="/certificates/"]').click()
      await page.getByRole('heading', { name: 'What it is worth' }).waitFor()
      certificate = page.url()
    }),
    stop('certificate of the path', async (page) => {
      await page.goBack()
      await press(page, 'Make the certificate of the path')
      await page.locator('#path a[href^="/certificates/"]').click()
      await page.getByRole('heading', { name: 'What it is worth' }).waitFor()
    }),
    stop('certificates, withdrawn', async (page) => {
      await page.goBack()
      await page.locator('#engineering').getByText('Another name, or withdraw it').click()
      await Promise.all([
        page.waitForEvent('domcontentloaded'),
        page.locator('#engineering').getByRole('button', { name: 'Withdraw this certificate' }).click(),
      ])
    }),
    stop('410 certificate withdrawn', (page) => page.goto(certificate)),
    stop('404 certificate', (page) => page.goto(`${siteUrl}/certificates/lrn_nobody-engineering-nothing`)),
    stop('my data', (page) => at(page, '/path/data')),
    stop('422 my data, a name too long', async (page) => {
      await page.getByLabel('Name (optional)').fill('Ida '.repeat(40))
      await press(page, 'Save the name')
    }),
    stop('my data, name saved', async (page) => {
      await page.getByLabel('Name (optional)').fill('Ida')
      await press(page, 'Save the name')
    }),
    stop('422 my data, a plan too long', async (page) => {
      await page.getByRole('textbox', { name: /^Your plan/ }).fill('Tuesday 19:00 at my desk, '.repeat(40))
      await press(page, 'Save the plan')
    }),
    stop('my data, plan saved', async (page) => {
      await page.getByRole('textbox', { name: /^Your plan/ }).fill('Tuesday 19:00 at my desk')
      await press(page, 'Save the plan')
    }),
    stop('erase', (page) => page.getByRole('link', { name: 'Erase everything about me' }).click()),
    stop('another address', (page) => at(page, '/path/address')),
    stop('422 another address', (page) => press(page, 'Ask that address')),
    stop('another address, asked', async (page) => {
      await page.getByLabel('Email address').fill('ida.two@example.org')
      await press(page, 'Ask that address')
    }),
    mailStop(rehearsal, 'new address', () => newest(rehearsal, 'ida.two@example.org')),
    stop('new address', async (page) => {
      const [mail] = await rehearsal.mailsTo('ida.two@example.org')
      await page.goto(mail?.links.find((link) => link.includes('/new-address/')) ?? '')
    }),
    stop('new address, moved', (page) => press(page, 'Send my lessons here')),
    stop('new address, moved before', async (page) => {
      await page.goBack()
      await press(page, 'Send my lessons here')
    }),
    mailStop(rehearsal, 'old address', () => newest(rehearsal, ida.address)),
    stop('409 new address, taken meanwhile', async (page) => {
      const mo = await started(rehearsal, 'mo@example.org')
      await page.goto((await mo.signInLink()).replace('/path', '/path/address'))
      await page.getByLabel('Email address').fill('mo.two@example.org')
      await press(page, 'Ask that address')
      const [mail] = await rehearsal.mailsTo('mo.two@example.org')
      await signedUp(rehearsal, 'mo.two@example.org')
      await page.goto(mail?.links.find((link) => link.includes('/new-address/')) ?? '')
      await press(page, 'Send my lessons here')
    }),
    stop('erased', async (page) => {
      const ned = await started(rehearsal, 'ned@example.org')
      await page.goto((await ned.signInLink()).replace('/path', '/path/data/erase'))
      await press(page, 'Erase everything about me')
    }),
  ]
}

async function newest(rehearsal: Rehearsal, address: string): Promise<ReceivedMail> {
  const mail = (await rehearsal.mailsTo(address)).at(-1)
  if (mail === undefined) throw new Error(`No mail has come to ${address}`)
  return mail
}
