/** The end of a path: certificates for others to see, and everything that a learner may ask of what is kept. */
import { describe, expect, it } from 'vitest'
import { bounce } from './cast.ts'
import { graduate } from './graduate.ts'
import { type Learner, post, started } from './learner.ts'
import { openMail, press, pressInMail } from './person.ts'
import { visitAs } from './visit.ts'

/** In points, as PDF counts. */
const a4 = { width: 595, height: 842 }
const eachMorning = { zone: 'Europe/London', hours: [7] }

const visit = visitAs({ width: 390 })

const heading = () => visit.guest.page.getByRole('heading', { level: 1 }).innerText()
const signIn = async (learner: Learner, path: string) =>
  visit.guest.page.goto((await learner.signInLink()).replace('/path', path))

describe('who has finished', { timeout: 60_000 }, () => {
  let ida: Learner
  let certificate = ''

  it('goes from the last mail to what was done, and with a fresh link to their certificates', async () => {
    const { page } = visit.guest
    ida = await graduate(visit.rehearsal, 'ida@example.org', { name: 'Ida' })
    await openMail(page, visit.rehearsal, ida.address, /every lesson/)
    await pressInMail(page, 'See what I have done')
    expect(await heading()).toBe('You have finished the path')

    await page.getByRole('link', { name: 'My certificates' }).click()
    expect(await heading()).toBe('A fresh link is needed')
    await press(page, 'Mail me a link')
    await openMail(page, visit.rehearsal, ida.address, /^Your link to your path/)
    await pressInMail(page, 'Open my path')
    await page.getByRole('link', { name: 'Certificates' }).click()
    expect(await heading()).toBe('Certificates')
  })

  it('makes one under the name of their choice, which anybody can check, and prints it on one sheet of A4', async () => {
    const { page } = visit.guest
    await page.getByLabel('Name to show').first().fill('Ida Lindqvist')
    await press(page, 'Make the certificate of Engineering')
    certificate = (await page.locator('a[href^="/certificates/"]').getAttribute('href')) ?? ''

    const stranger = await visit.browser.newGuest()
    await stranger.page.goto(visit.rehearsal.siteUrl + certificate)
    expect(await stranger.page.getByRole('heading', { level: 1 }).innerText()).toBe('Ida Lindqvist')
    const { getDocumentProxy, extractText } = await import('unpdf')
    const pdf = await getDocumentProxy(new Uint8Array(await stranger.page.pdf({ preferCSSPageSize: true })))
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view
    expect([pdf.numPages, Math.round(width), Math.round(height)]).toEqual([1, a4.width, a4.height])
    const printed = (await extractText(pdf, { mergePages: true })).text
    expect(printed).toContain('Ida Lindqvist')
    expect(printed).not.toContain('What it is worth')
    const picture = await stranger.page.locator('meta[property="og:image"]').getAttribute('content')
    expect((await fetch(picture ?? '')).headers.get('content-type')).toBe('image/png')
    expect(stranger.faults).toEqual([])
    await stranger.leave()
  })

  it('withdraws it, and its address says so', async () => {
    const { page } = visit.guest
    await page.getByText('Another name, or withdraw it').click()
    await press(page, 'Withdraw this certificate')
    const answer = await fetch(visit.rehearsal.siteUrl + certificate)
    expect(answer.status).toBe(410)
    expect(await answer.text()).not.toContain('Lindqvist')
  })

  it('takes everything along as one file', async () => {
    const { page } = visit.guest
    await signIn(ida, '/path/data')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download it as one JSON file' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^engineer-to-producer-\d{4}-\d\d-\d\d\.json$/)
  })
})

describe('another address', { timeout: 60_000 }, () => {
  it('gets the lessons once its own button is pressed, and the old one is told', async () => {
    const { page } = visit.guest
    const kai = await started(visit.rehearsal, 'kai@example.org', { time: '07:00', zone: 'Europe/London' })
    await signIn(kai, '/path/address')
    await page.getByLabel('Email address').fill('kai.two@example.org')
    await press(page, 'Ask that address')
    expect(await heading()).toBe('Check the inbox of that address')
    await visit.rehearsal.pass(1, eachMorning)
    expect((await visit.rehearsal.mailsTo('kai@example.org')).at(-1)?.step).toBe('E02')

    const ask = (await visit.rehearsal.mailsTo('kai.two@example.org'))[0]
    const link = ask?.links.find((each) => each.includes('/new-address/')) ?? ''
    // The mail is good for a day, and a day has passed.
    await page.goto(link)
    expect(await heading()).toBe('This link has run out')
    await signIn(kai, '/path/address')
    await page.getByLabel('Email address').fill('kai.two@example.org')
    await press(page, 'Ask that address')
    await openMail(page, visit.rehearsal, 'kai.two@example.org', /^Shall your lessons/)
    await pressInMail(page, 'Send my lessons here')
    await press(page, 'Send my lessons here')
    expect(await heading()).toBe('Your lessons come here from now on')

    await visit.rehearsal.pass(2, eachMorning)
    expect((await visit.rehearsal.mailsTo('kai.two@example.org')).map(({ step }) => step)).toContain('E03')
    expect((await visit.rehearsal.mailsTo('kai@example.org')).at(-1)?.step).toBe('old-address')
  })

  it('is a way back for who is undeliverable: the page of sign-in asks the address, a press brings it back', async () => {
    const { page } = visit.guest
    const lea = await started(visit.rehearsal, 'lea@example.org')
    await bounce(visit.rehearsal, lea)
    await page.goto(`${visit.rehearsal.siteUrl}/sign-in`)
    await page.getByLabel('Email address').fill(lea.address)
    await press(page, 'Mail me a link')
    await page.goto(await lea.link('new-address', '/new-address/'))
    await press(page, 'Send my lessons here')
    expect(await heading()).toBe('Your lessons come here from now on')
    await signIn(lea, '/path')
    expect(await heading()).toMatch(/^E02 comes on /)
  })
})

describe('erasing', { timeout: 60_000 }, () => {
  it('is offered when leaving, by a link that is mailed, and leaves nothing but the hash', async () => {
    const { page } = visit.guest
    const ned = await started(visit.rehearsal, 'ned@example.org', { name: 'Ned Erasmus' })
    const { tags } = await ned.mail('E01')
    const lesson = await ned.link('E01', '/lessons/')
    await page.goto(await ned.link('E01', '/leave/'))
    await press(page, 'Stop all lessons')
    await press(page, 'Mail me a link to erase my data')
    await page.goto(await ned.link('sign-in', '/path'))
    await page.getByRole('link', { name: 'Erase it all' }).click()
    await press(page, 'Erase everything about me')
    expect(await heading()).toBe('Your data is being erased')

    await visit.rehearsal.tick()
    const left = JSON.stringify(await visit.rehearsal.items())
    for (const trace of ['ned@example.org', 'Ned Erasmus', `LEARNER#${tags['learner']}`])
      expect(left).not.toContain(trace)
    await page.goto(lesson)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toContain('no path')
    await page.goBack()
  })

  it('happens once, however often it is pressed', async () => {
    const ole = await started(visit.rehearsal, 'ole@example.org')
    const t = new URL(await ole.signInLink()).searchParams.get('t') ?? ''
    for (const _ of ['once', 'twice'])
      expect((await post(`${visit.rehearsal.siteUrl}/path/data/erase`, { t })).headers.get('location')).toBe('/erased')
  })
})
