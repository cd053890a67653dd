/** One learner's story, told event by event, through the real journey over memory. */
import { Failure } from '../../functions/domain/errors.ts'
import { dayMs, hourMs, type Instant, minuteMs } from '../../functions/domain/instant.ts'
import type { Path } from '../../functions/domain/path.ts'
import type { TaggedEvent } from '../../functions/journey/absorb-event.ts'
import type { LinkSubject } from '../../functions/journey/ports.ts'
import { localMoment } from '../domain/intl-clock.ts'
import { paceFactory } from './enrolment.ts'
import { createTestJourney, originFactory, signUpFormFactory } from './journey.ts'
import { lostIn } from './lost-in.ts'
import { answerOf, type Fate } from './simulated-fate.ts'
import { heardFrom, isReminder, mailArrived, newcomer, objections, stepAheadOf } from './simulated-learner.ts'
import {
  type HappeningName,
  happeningNames,
  type SteeringName,
  type StoryEvent,
  type StoryEventName,
} from './story-events.ts'

const begin = Date.parse('2027-03-22T05:00:00Z')
const paces = [
  paceFactory(),
  paceFactory({ zone: 'Pacific/Auckland', time: '02:30' }),
  paceFactory({ days: [2, 4], time: '23:30', zone: 'America/New_York' }),
]

export function createStory(path: Path, fate: readonly Fate[]) {
  const journey = createTestJourney({ path, at: begin })
  const { clock, steer } = journey
  const learner = newcomer('ada@example.com', begin, paceFactory(), true)
  const broken: string[] = []
  const proofs: TaggedEvent[] = []
  const untold: TaggedEvent[] = []
  let mails = 0
  let isBegun = false
  let meanwhile: (() => Promise<void>) | undefined

  // A tick takes no time here, so that a claim and its send are one moment.
  journey.mailer.answerQuota({ ratePerSecond: Number.POSITIVE_INFINITY, leftToday: Number.POSITIVE_INFINITY })
  journey.mailer.answerAlways(async (mail) => {
    const { step = '' } = mail.tags
    // The story proper begins when somebody is on the path.
    const outcome = isBegun ? (fate[mails++ % fate.length] ?? 'accepted') : 'accepted'
    learner.story.push(`${new Date(clock()).toISOString()} ← ${step}: ${outcome}`)
    broken.push(...objections(learner, path, step, clock()).map(({ invariant, what }) => `${invariant}: ${what}`))
    if (outcome.startsWith('accepted')) {
      mailArrived(learner, step, clock())
      proofs.push(journey.event(mail))
      if (outcome === 'accepted, no answer') untold.push(journey.event(mail))
    }
    const act = meanwhile
    meanwhile = undefined
    if (outcome.startsWith('accepted')) learner.underWay = step
    await act?.()
    learner.underWay = undefined
    return answerOf(outcome)
  })

  const absorb = async () => {
    for (const event of untold.splice(0)) await journey.absorbEvent(event)
  }

  /** From one due time or claim's end to the next; minutes in which nothing is due are passed over. */
  const wait = async (hours: number) => {
    const end = clock() + hours * hourMs
    while (clock() < end) {
      const enrolment = learner.subject && (await journey.store.findEnrolment(learner.subject))
      const due = Math.max(enrolment?.dueAt ?? end, enrolment?.claim?.until ?? 0, clock() + minuteMs)
      clock.moveTo(Math.min(end, due))
      await journey.tick()
      await absorb()
    }
  }

  /** What is refused has not happened. */
  const attempt = async (wish: Partial<typeof learner>, act: () => Promise<unknown>, wasPress = false) => {
    const { state, pace, pausedUntil, wantsNow, again, done } = learner
    Object.assign(learner, wish)
    try {
      await act()
      const enrolment = learner.subject && (await journey.store.findEnrolment(learner.subject))
      heardFrom(learner, clock(), enrolment?.state === 'paused', wasPress)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      Object.assign(learner, { state, pace, pausedUntil, wantsNow, again, done })
    }
    await absorb()
  }

  const signUp = async (pace: (typeof paces)[number]) => {
    if (learner.state !== 'out' && learner.state !== 'left') return
    const wish = { state: 'waiting', pace, pausedUntil: undefined, wantsNow: false, again: undefined } as const
    await attempt({ ...wish, hasConfirmationMail: false }, async () => {
      const subject = await journey.signUp(signUpFormFactory({ pace }), originFactory(clock()))
      if (subject.learner !== learner.subject?.learner) {
        Object.assign(learner, { done: new Set(), cleared: new Set(), lastStepAt: undefined })
      }
      learner.subject = subject
    })
  }

  const confirm = async () => {
    const { subject } = learner
    if (subject === undefined || learner.state !== 'waiting' || !learner.hasConfirmationMail) return
    await attempt({ state: 'on', wantsNow: true, hasConfirmationMail: false }, async () => {
      const answer = await journey.confirm(subject, clock())
      if (answer !== 'started') Object.assign(learner, { state: 'left', wantsNow: false })
    })
  }

  const hear = async (pick: number) => {
    const event = proofs[pick % Math.max(1, proofs.length)]
    if (event !== undefined) await journey.absorbEvent(event)
  }

  const still = { wantsNow: false } as const
  const anew = { ...still, state: 'on', pausedUntil: undefined, again: undefined } as const
  const paceOf = (size: number) => paces[size % paces.length] ?? paceFactory()

  /** What a learner under way does. */
  const steering: Readonly<Record<SteeringName, (subject: LinkSubject, size: number, now: Instant) => Promise<void>>> =
    {
      pauses: (subject, _, now) =>
        attempt({ ...still, state: 'paused', pausedUntil: undefined }, () => steer.pause(subject, undefined, now)),
      'pauses until a day': (subject, size, now) => {
        const until = dateAhead(learner.pace.zone, now, 1 + size)
        return attempt({ ...still, state: 'paused', pausedUntil: until }, () => steer.pause(subject, until, now))
      },
      resumes: (subject, _, now) =>
        attempt(
          learner.state === 'paused' ? { state: 'on', pausedUntil: undefined } : {},
          () => steer.resume(subject, now),
          true,
        ),
      'changes the pace': (subject, size, now) =>
        attempt({ ...still, pace: paceOf(size) }, () => steer.changePace(subject, paceOf(size), now)),
      'asks for the next step': (subject, _, now) => attempt({ wantsNow: true }, () => steer.sendNextNow(subject, now)),
      'asks for a step again': (subject, size, now) => {
        const again = [...learner.done][size % Math.max(1, learner.done.size)] ?? 'E01'
        return attempt(again === learner.underWay ? {} : { again }, () => steer.sendAgain(subject, again, now))
      },
      skips: (subject, _, now) => {
        const next = stepAheadOf(learner, path) ?? ''
        return attempt(learner.state === 'paused' ? {} : still, async () => {
          await steer.skip(subject, next, now)
          learner.done.add(next)
          learner.cleared.add(next)
        })
      },
      studies: (subject, size, now) => {
        const check = `${[...learner.done][size % Math.max(1, learner.done.size)] ?? 'E01'}.1`
        return attempt({}, () => journey.study.recordAnswer(subject, { check, verdict: 'missed' }, now))
      },
      'hands in': (subject, _, now) =>
        attempt({}, async () => {
          await journey.study.markDone(subject, 'P01', now)
          learner.cleared.add('P01')
        }),
      'goes on without': (subject, _, now) =>
        attempt({}, async () => {
          await steer.goOnWithout(subject, 'P01', now)
          learner.cleared.add('P01')
        }),
      'starts over': (subject, _, now) =>
        attempt(anew, async () => {
          await steer.startOver(subject, now)
          Object.assign(learner, { done: new Set(), cleared: new Set(), asks: 0 })
        }),
      'moves to a stage': (subject, size, now) =>
        attempt(anew, async () => {
          const stage = path.stages[size % path.stages.length]?.id ?? ''
          await steer.moveToStage(subject, stage, now)
          const before = path.steps
            .slice(
              0,
              path.steps.findIndex((step) => step.stage === stage),
            )
            .map(({ id }) => id)
          Object.assign(learner, { done: new Set(before), cleared: new Set(before), asks: 0 })
        }),
      leaves: (subject, _, now) => attempt({ state: 'left', again: undefined }, () => steer.leave(subject, now)),
    }

  const happenings: Readonly<Record<HappeningName, (size: number) => Promise<void> | void>> = {
    waits: (size) => wait(1 + size),
    'has no ticks': (size) => clock.advance((1 + size) * 2 * hourMs),
    'signs up': (size) => signUp(paceOf(size)),
    confirms: () => confirm(),
    'hears an event once more': (size) => hear(size),
  }

  const lookForLoss = async () => {
    const enrolment = learner.subject && (await journey.store.findEnrolment(learner.subject))
    const isOpenPause = learner.state === 'paused' && learner.pausedUntil === undefined
    const lost = enrolment === undefined || isOpenPause ? undefined : lostIn(path, enrolment, clock())
    if (lost !== undefined) broken.push(`2: ${lost}`)
  }

  return {
    async begins(): Promise<void> {
      await signUp(paceFactory())
      await confirm()
      isBegun = true
    },
    async happens(event: StoryEvent): Promise<void> {
      const { what, size } = event
      const note = () => learner.story.push(`${new Date(clock()).toISOString()} ${what} (${size})`)
      const act = async () => {
        note()
        const isUnderWay = learner.state === 'on' || learner.state === 'paused'
        if (!isHappening(what) && isUnderWay && learner.subject) await steering[what](learner.subject, size, clock())
      }
      if (isHappening(what)) {
        note()
        await happenings[what](size)
      } else if (event.meanwhile) meanwhile = act
      else await act()
      await lookForLoss()
    },
    stepsSent: () => journey.stepsSent().length,
    remindersSent: () => journey.mailer.sent.map((mail) => mail.tags['step'] ?? '').filter(isReminder),
    brokenPromises: () => (broken.length === 0 ? [] : [...learner.story, ...broken.map((what) => `✗ ${what}`)]),
  }
}

function isHappening(what: StoryEventName): what is HappeningName {
  return (happeningNames as readonly string[]).includes(what)
}

function dateAhead(zone: string, now: Instant, days: number): string {
  return localMoment(zone, now + days * dayMs).date
}
