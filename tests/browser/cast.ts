/** One learner for each state, so that no page of the tour waits for another. */
import { dayMs } from '../../functions/domain/instant.ts'
import { bounceFactory, sesEventFactory } from '../support/lambda-events.ts'
import { hiddenFields } from '../support/shown-form.ts'
import { type Learner, oneClickUrl, post, signedUp, started } from './learner.ts'
import type { Rehearsal } from './rehearsal.ts'
import { writtenSteps } from './written-steps.ts'

export interface Cast {
  /** Signed up, not confirmed; one for each press of the button. */
  readonly pending: Learner
  /** On the way with E01 and E02, one of them done. */
  readonly active: Learner
  /** On the way, and nothing came today. */
  readonly steady: Learner
  /** Got the first lesson today. */
  readonly fresh: Learner
  readonly paused: Learner
  readonly pausedUntil: Learner
  readonly stuck: Learner
  readonly undeliverable: Learner
  readonly leaving: Learner
  readonly returning: Learner
  /** Has had one mail of each kind. */
  readonly reader: Learner
  readonly finished: Learner
  /** Two with the brief of a project behind whose gate they wait. */
  readonly maker: Learner
  readonly passer: Learner
  /** Left the project lying: has had a reminder of it. */
  readonly reminded: Learner
  /** Pressed nothing for a month: was asked twice, and is paused. */
  readonly silent: Learner
  /** Known to nobody any more: their links are what is left of them. */
  readonly erased: { readonly confirmLink: string; readonly lessonLink: string }
  readonly expiredLink: string
}

const pauseDays = 12
/** A lesson with a wide table, a review, one with a figure, a project, one with a policy line and one with music. */
export const stepsToRead = ['E04', 'R01', 'E10', 'P01', 'M07', 'T05'] as const
const ownDays = { days: [2, 4] }

export async function assembleCast(rehearsal: Rehearsal): Promise<Cast> {
  const { erased, reminded, silent } = await aMonthPasses(rehearsal)
  const reader = await started(rehearsal, 'gil@example.org', { name: 'Gil' })
  const expiredLink = await reader.signInLink()
  for (const step of stepsToRead) await sendThis(rehearsal, reader, step)

  const [maker, passer] = [await started(rehearsal, 'ute@example.org'), await started(rehearsal, 'vic@example.org')]
  for (const learner of [maker, passer]) await sendThis(rehearsal, learner, 'P01')

  const evening = { ...ownDays, time: '18:00', zone: 'Europe/Berlin' }
  const active = await started(rehearsal, 'ana@example.org', { name: 'Ana', ...evening })
  const steady = await started(rehearsal, 'noa@example.org', { name: 'Noa', ...evening })
  await rehearsal.skipTime(dayMs)
  await sendNext(rehearsal, active)
  await post(`${rehearsal.siteUrl}/lessons/E01/done`, { t: await active.lessonToken() })
  await rehearsal.skipTime(dayMs)

  const today = (name: string) => started(rehearsal, `${name}@example.org`, { name, ...ownDays })
  const cast: Cast = {
    pending: await signedUp(rehearsal, 'jo@example.org', ownDays),
    active,
    steady,
    fresh: await today('bea'),
    paused: await today('cleo'),
    pausedUntil: await today('dora'),
    stuck: await today('edith'),
    undeliverable: await today('fay'),
    leaving: await today('nora'),
    returning: await today('ines'),
    reader,
    finished: await today('pat'),
    maker,
    passer,
    reminded,
    silent,
    erased,
    expiredLink,
  }
  const until = new Date(rehearsal.now() + pauseDays * dayMs).toISOString().slice(0, 'YYYY-MM-DD'.length)
  await press(rehearsal, cast.paused, 'pause', {})
  await press(rehearsal, cast.pausedUntil, 'pause-until', { until })
  await rehearsal.tick()
  await rehearsal.hear(sesEventFactory({ ...(await lastMail(cast.stuck)), eventType: 'Reject' }))
  await finish(rehearsal, cast.finished)
  return cast
}

/** Mail to this learner has come back. Their sign-in link has to be asked for before. */
export async function bounce(rehearsal: Rehearsal, learner: Learner): Promise<void> {
  await rehearsal.hear(bounceFactory('Permanent', 'General', await lastMail(learner)))
}

/** This learner's last mail was not taken for now: a full mailbox. */
export async function bounceSoftly(rehearsal: Rehearsal, learner: Learner): Promise<void> {
  await rehearsal.hear(bounceFactory('Transient', 'MailboxFull', await lastMail(learner)))
}

export async function leave(learner: Learner): Promise<void> {
  await post(oneClickUrl(await learner.mail('E01')), { 'List-Unsubscribe': 'One-Click' })
}

async function aMonthPasses(rehearsal: Rehearsal): Promise<Pick<Cast, 'erased' | 'reminded' | 'silent'>> {
  const reminded = await started(rehearsal, 'uma@example.org')
  await sendThis(rehearsal, reminded, 'P01')
  const [never, left, silent] = await Promise.all([
    signedUp(rehearsal, 'kim@example.org'),
    started(rehearsal, 'lou@example.org'),
    started(rehearsal, 'sol@example.org', { name: 'Sol', ...ownDays }),
  ])
  const erased = {
    confirmLink: await never.link('confirm', '/confirm/'),
    lessonLink: await left.link('E01', '/lessons/'),
  }
  await leave(left)
  await rehearsal.pass(36, { zone: 'Europe/London', hours: [7] })
  return { erased, reminded, silent }
}

/** As if all before it were behind them; the whole course would take the better part of a year. */
export async function sendThis(rehearsal: Rehearsal, learner: Learner, step: string): Promise<void> {
  await rehearsal.skipTime(dayMs)
  const steps = writtenSteps()
  const place = steps.indexOf(step)
  // The finish has no text of its own, and everything before it.
  const before = place < 0 ? [...steps] : steps.slice(0, place)
  const projects = before.filter((id) => id.startsWith('P'))
  await rehearsal.tamper({
    ...(await enrolmentOf(rehearsal, learner)),
    received: { SS: before },
    ...(projects.length === 0 ? {} : { cleared: { SS: projects } }),
  })
  await sendNext(rehearsal, learner)
}

async function finish(rehearsal: Rehearsal, learner: Learner): Promise<void> {
  const { dueAt: _, dueShard: __, ...rest } = await enrolmentOf(rehearsal, learner)
  await rehearsal.tamper({ ...rest, state: { S: 'finished' }, received: { SS: ['E01', 'F01'] } })
}

async function enrolmentOf(rehearsal: Rehearsal, learner: Learner) {
  const { tags } = await learner.mail('E01')
  const items = await rehearsal.items()
  return items.find(({ pk, sk }) => pk?.S === `LEARNER#${tags['learner']}` && sk?.S?.startsWith('ENROLMENT#')) ?? {}
}

async function sendNext({ siteUrl }: Rehearsal, learner: Learner): Promise<void> {
  await post(`${siteUrl}/next`, { t: await learner.lessonToken(), after: 'E01' })
}

/** Presses a button of "my path", and the one that saves on the page that shows its effect. */
async function press({ siteUrl }: Rehearsal, learner: Learner, what: string, fields: Readonly<Record<string, string>>) {
  const t = new URL(await learner.signInLink()).searchParams.get('t') ?? ''
  const shown = await post(`${siteUrl}/path/preview/${what}`, { t, ...fields })
  await post(`${siteUrl}/path/${what}`, hiddenFields(await shown.text(), `/path/${what}`))
}

/** As SES would name it in an event. */
async function lastMail(learner: Learner) {
  const { tags, sentAt } = await learner.mail('E01')
  const { learner: id = '', path = '', step = '', attempt = '0' } = tags
  return { learner: id, path, step, attempt: Number(attempt), address: learner.address, acceptedAt: sentAt }
}
