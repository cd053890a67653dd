/** Somebody with a browser and an inbox, and what the table knows of them. */
import { readMail } from '../../local/inbox/read-mail.ts'
import type { WebAnswer, WebRequest } from '../gateway.ts'
import type { AcceptedMail } from '../services/ses.ts'
import type { Stage } from '../stage.ts'
import { insist } from './insist.ts'

export interface Person {
  readonly address: string
  /** Everything SES took for this address, the newest last. */
  mails(): readonly AcceptedMail[]
  newestMail(): AcceptedMail
  /** The link in this mail that leads to such a page. */
  linkIn(mail: AcceptedMail, page: string): Promise<string>
  /** Throws unless the page answers with this status. */
  open(url: string, status?: number): Promise<WebAnswer>
  press(url: string, form: NonNullable<WebRequest['form']>, status?: number): Promise<WebAnswer>
  /** The form, as the page has it. Answers where it led. */
  signUp(): Promise<WebAnswer>
  /** Signs up, presses the button in the mail, and has the first step. */
  begin(): Promise<void>
  /** Asks for a link to my path. Answers the token that came by mail. */
  signIn(): Promise<string>
  /** One of the presses on my path: looks at its effect, and saves. */
  steer(control: string, token: string): Promise<void>
  enrolment(): Promise<Readonly<Record<string, string>> | undefined>
}

export function createPerson(stage: Stage, address: string): Person {
  const ask = async (request: WebRequest, status: number) => {
    const answer = await stage.gateway.ask(request)
    const where = `${request.method} ${new URL(request.url, 'https://site').pathname.split('/')[1]}`
    insist(answer.status === status, `${where} answers ${answer.status} and not ${status} to ${address}.`)
    return answer
  }
  const person: Person = {
    address,
    mails: () => stage.ses.accepted.filter(({ destinations }) => destinations.includes(address)),
    newestMail() {
      const newest = person.mails().at(-1)
      insist(newest !== undefined, `No mail came to ${address}.`)
      return newest
    },
    async linkIn(mail, page) {
      const { links, headers } = await readMail(mail.raw)
      const header = headers.find(({ name }) => name.toLowerCase() === 'list-unsubscribe')?.value ?? ''
      const all = [...links, ...[...header.matchAll(/<(https:[^>]+)>/g)].map(([, link = '']) => link)]
      const found = all.find((link) => new URL(link).pathname.startsWith(page))
      insist(found !== undefined, `The mail "${mail.tags['step']}" to ${address} has no link to ${page}.`)
      return found
    },
    open: (url, status = 200) => ask({ method: 'GET', url }, status),
    press: (url, form, status = 303) => ask({ method: 'POST', url, form }, status),
    async signUp() {
      const page = await person.open('/')
      const consent = /name="consent" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
      const pace = { days: ['1', '2', '3', '4', '5', '6', '7'], time: '07:00', zone: 'Europe/Berlin' }
      return person.press('/sign-up', { address, name: 'Lou', consent, ...pace })
    },
    async begin() {
      await person.signUp()
      await person.press(await person.linkIn(person.newestMail(), '/confirm/'), {}, 200)
      await tellEvents(stage)
    },
    async signIn() {
      await person.press('/sign-in', { address })
      return tokenOf(await person.linkIn(person.newestMail(), '/path'))
    },
    async steer(control, t) {
      const preview = await person.press(`/path/preview/${control}`, { t }, 200)
      const seen = /name="seen" value="([^"]+)"/.exec(preview.body)?.[1] ?? ''
      await person.press(`/path/${control}`, { t, seen })
    },
    async enrolment() {
      const items = await stage.table.items()
      return items.find((item) => item['sk']?.startsWith('ENROLMENT#') && item['address'] === address)
    },
  }
  return person
}

const told = new WeakSet<AcceptedMail>()

/** SES tells of what it sent since the last time, and the functions that read it do. */
export async function tellEvents(stage: Stage): Promise<void> {
  for (const mail of stage.ses.accepted.filter((each) => !told.has(each))) {
    told.add(mail)
    stage.publishMailEvent('Send', mail, stage.clock())
  }
  await stage.eventSources.drain()
}

/** The time comes at which something is due to this person, and with it the tick. */
export async function waitUntilDue(stage: Stage, person: Person): Promise<void> {
  const dueAt = (await person.enrolment())?.['dueAt']
  insist(dueAt !== undefined, `Nothing is due to ${person.address}.`)
  stage.clock.advanceTo(Date.parse(dueAt) + 1)
  await stage.scheduler.tick()
  await tellEvents(stage)
}

/** The token that a link carries. */
export function tokenOf(url: string | undefined): string {
  return new URL(url ?? '', 'https://site').searchParams.get('t') ?? ''
}
