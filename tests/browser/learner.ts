/** Learners on their way, brought there by the same forms that a browser posts, but quicker. */
import { consentText } from '../../functions/site/consent-text.ts'
import type { ReceivedMail, Rehearsal } from './rehearsal.ts'

export interface LearnerWish {
  readonly name?: string
  readonly days?: readonly number[]
  readonly time?: string
  readonly zone?: string
}

export interface Learner {
  readonly address: string
  mails(): Promise<readonly ReceivedMail[]>
  /** The newest mail of this kind: a step's id, `confirm` or `sign-in`. */
  mail(step: string): Promise<ReceivedMail>
  /** The first link in that mail whose path begins so. */
  link(step: string, path: string): Promise<string>
  /** A fresh link to "my path". */
  signInLink(): Promise<string>
  /** Whatever the newest lesson's links carry. */
  lessonToken(): Promise<string>
}

type Fields = Readonly<Record<string, string | readonly string[]>>

/** Posts a form as a browser does, and answers what the site answers. Throws when it refuses. */
export async function post(url: string, fields: Fields): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each)
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' })
  if (answer.status >= 400)
    throw new Error(`${new URL(url).pathname} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

/** Somebody who filled in the form and has pressed nothing yet. */
export async function signedUp(rehearsal: Rehearsal, address: string, wish: LearnerWish = {}): Promise<Learner> {
  const { siteUrl } = rehearsal
  const { name = '', days = [1, 2, 3, 4, 5, 6, 7], time = '07:00', zone = 'Europe/London' } = wish
  const consent = consentText.version
  await post(`${siteUrl}/sign-up`, { address, name, days: days.map(String), time, zone, consent })
  const learner: Learner = {
    address,
    mails: () => rehearsal.mailsTo(address),
    async mail(step) {
      const mail = (await learner.mails()).findLast((candidate) => candidate.step === step)
      if (mail === undefined) throw new Error(`No mail ${step} has come to ${address}`)
      return mail
    },
    async link(step, path) {
      const link = (await learner.mail(step)).links.find((candidate) => candidate.startsWith(siteUrl + path))
      if (link === undefined) throw new Error(`No link to ${path} in the mail ${step} to ${address}`)
      return link
    },
    async signInLink() {
      await post(`${siteUrl}/sign-in`, { address })
      return learner.link('sign-in', '/path')
    },
    async lessonToken() {
      const lesson = (await learner.mails()).findLast(({ step }) => /^[A-Z]\d\d$/.test(step ?? ''))
      return tokenOf(await learner.link(lesson?.step ?? '', '/lessons/'))
    },
  }
  return learner
}

/** Somebody who has pressed "Start the path": the first lesson is with them. */
export async function started(rehearsal: Rehearsal, address: string, wish: LearnerWish = {}): Promise<Learner> {
  const learner = await signedUp(rehearsal, address, wish)
  await post(await learner.link('confirm', '/confirm/'), {})
  return learner
}

function tokenOf(link: string): string {
  return new URL(link).searchParams.get('t') ?? ''
}

/** The address of RFC 8058's POST. */
export function oneClickUrl(mail: ReceivedMail | undefined): string {
  const header = mail?.headers.find(({ name }) => name === 'List-Unsubscribe')
  return header?.value.replace(/^<|>$/g, '') ?? ''
}
