/** What learners do, at random: each through the journey, as the pages do it. */
import { Failure } from '../../functions/domain/errors.ts'
import { dayMs, type Instant } from '../../functions/domain/instant.ts'
import type { Pace } from '../../functions/domain/pace.ts'
import type { Path } from '../../functions/domain/path.ts'
import type { LinkSubject, Store } from '../../functions/journey/ports.ts'
import { localMoment, timeOf } from '../domain/intl-clock.ts'
import { everyDay } from './enrolment.ts'
import { type createJourneyOn, originFactory, signUpFormFactory } from './journey.ts'
import type { Random } from './random.ts'
import { heardFrom, type SimulatedLearner, stepAheadOf } from './simulated-learner.ts'

type Journey = ReturnType<typeof createJourneyOn<Store>>

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'Africa/Casablanca',
  'UTC',
  'America/Nuuk',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'Pacific/Pago_Pago',
]

export function randomPace(random: Random): Pace {
  const days = everyDay.filter(() => random.chance(0.6))
  return { days: days.length > 0 ? days : [3], time: timeOf(random.between(0, 1_439)), zone: random.pick(zones) }
}

export function createActions({ journey, path, random }: { journey: Journey; path: Path; random: Random }) {
  const { clock, steer } = journey

  /** What is refused has not happened. */
  const attempt = async (
    learner: SimulatedLearner,
    what: string,
    wish: Partial<SimulatedLearner>,
    act: () => Promise<unknown>,
    wasPress = false,
  ) => {
    const { state, pace, pausedUntil, wantsNow, again } = learner
    learner.story.push(`${new Date(clock()).toISOString()} ${what}`)
    Object.assign(learner, wish)
    try {
      await act()
      const enrolment = learner.subject && (await journey.store.findEnrolment(learner.subject))
      heardFrom(learner, clock(), enrolment?.state === 'paused', wasPress)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      learner.story.push(`  refused: ${error.code}`)
      Object.assign(learner, { state, pace, pausedUntil, wantsNow, again })
    }
  }

  const signUp = async (learner: SimulatedLearner) => {
    const pace = randomPace(random)
    const wish = {
      state: 'waiting',
      pace,
      pausedUntil: undefined,
      wantsNow: false,
      again: undefined,
      hasConfirmationMail: false,
    } as const
    await attempt(learner, `signs up: ${paceInWords(pace)}`, wish, async () => {
      const form = signUpFormFactory({ address: learner.address, pace })
      const subject = await journey.signUp(form, originFactory(clock(), learner.address))
      if (subject.learner !== learner.subject?.learner)
        Object.assign(learner, { done: new Set(), cleared: new Set(), lastStepAt: undefined })
      learner.subject = subject
    })
  }

  const confirm = async (learner: SimulatedLearner, subject: LinkSubject) => {
    learner.hasConfirmationMail = false
    await attempt(learner, 'confirms', { state: 'on', wantsNow: true }, async () => {
      const answer = await journey.confirm(subject, clock())
      if (answer !== 'started') Object.assign(learner, { state: 'left', wantsNow: false })
    })
  }

  /** Some regret it at once, on a day that may have had its mail. */
  const leave = async (learner: SimulatedLearner, subject: LinkSubject) => {
    await attempt(learner, 'leaves', { state: 'left', again: undefined }, () => steer.leave(subject, clock()))
    if (!random.chance(0.3)) return
    await signUp(learner)
    if (learner.hasConfirmationMail) await confirm(learner, learner.subject ?? subject)
  }

  const steerAtRandom = async (learner: SimulatedLearner, subject: LinkSubject) => {
    const now = clock()
    const pace = randomPace(random)
    const until = dateAhead(learner.pace.zone, now, random.between(1, 60))
    const next = stepAheadOf(learner, path) ?? ''
    const again = learner.done.size > 0 ? random.pick([...learner.done]) : next
    const isPaused = learner.state === 'paused'
    const resumed = isPaused ? ({ state: 'on', pausedUntil: undefined } as const) : {}
    const resume = () => attempt(learner, 'resumes', resumed, () => steer.resume(subject, now), true)
    const project = path.steps.findLast(({ id, kind }) => kind === 'project' && learner.done.has(id))?.id ?? 'P01'
    const choices = [
      () =>
        attempt(learner, 'pauses', { state: 'paused', pausedUntil: undefined, wantsNow: false }, () =>
          steer.pause(subject, undefined, now),
        ),
      () =>
        attempt(learner, `pauses until ${until}`, { state: 'paused', pausedUntil: until, wantsNow: false }, () =>
          steer.pause(subject, until, now),
        ),
      resume,
      resume,
      () =>
        attempt(learner, `changes pace: ${paceInWords(pace)}`, { pace, wantsNow: false }, () =>
          steer.changePace(subject, pace, now),
        ),
      () => attempt(learner, 'asks for the next step', { wantsNow: true }, () => steer.sendNextNow(subject, now)),
      () =>
        attempt(learner, `skips ${next}`, isPaused ? {} : { wantsNow: false }, async () => {
          await steer.skip(subject, next, now)
          learner.done.add(next)
          learner.cleared.add(next)
        }),
      () =>
        attempt(learner, `hands in ${project}`, {}, async () => {
          await journey.study.markDone(subject, project, now)
          learner.cleared.add(project)
        }),
      () =>
        attempt(learner, `goes on without ${project}`, {}, async () => {
          await steer.goOnWithout(subject, project, now)
          learner.cleared.add(project)
        }),
      () =>
        attempt(learner, 'answers', {}, () =>
          journey.study.recordAnswer(subject, { check: `${again}.1`, verdict: random.pick(['knew', 'missed']) }, now),
        ),
      () =>
        attempt(learner, `asks for ${again} again`, again === learner.underWay ? {} : { again }, () =>
          steer.sendAgain(subject, again, now),
        ),
    ]
    const anew = { state: 'on', pausedUntil: undefined, wantsNow: false, again: undefined } as const
    const startOver = () =>
      attempt(learner, 'starts over', anew, async () => {
        await steer.startOver(subject, now)
        Object.assign(learner, { done: new Set(), cleared: new Set(), asks: 0 })
      })
    const stage = random.pick(path.stages).id
    const moveToStage = () =>
      attempt(learner, `moves to ${stage}`, anew, async () => {
        await steer.moveToStage(subject, stage, now)
        const before = path.steps
          .slice(
            0,
            path.steps.findIndex((step) => step.stage === stage),
          )
          .map(({ id }) => id)
        Object.assign(learner, { done: new Set(before), cleared: new Set(before), asks: 0 })
      })
    // Seldom, or nobody would ever come to the end.
    await (random.chance(0.03) ? random.pick([startOver, moveToStage]) : random.pick(choices))()
  }

  const steerOrLeave = (learner: SimulatedLearner, subject: LinkSubject) =>
    random.chance(0.04) ? leave(learner, subject) : steerAtRandom(learner, subject)
  const doNothing = async () => {}

  const inState: Readonly<
    Record<SimulatedLearner['state'], (learner: SimulatedLearner, subject: LinkSubject) => Promise<void>>
  > = {
    out: doNothing,
    waiting: (learner, subject) =>
      learner.hasConfirmationMail && learner.confirms ? confirm(learner, subject) : doNothing(),
    on: steerOrLeave,
    paused: steerOrLeave,
    left: (learner) => (random.chance(0.3) ? signUp(learner) : doNothing()),
    suppressed: doNothing,
  }

  return {
    /** One thing that this learner may do at this moment. */
    async act(learner: SimulatedLearner): Promise<void> {
      if (learner.subject !== undefined) return inState[learner.state](learner, learner.subject)
      if (learner.state === 'out' && clock() >= learner.joinsAt) await signUp(learner)
    },
  }
}

function dateAhead(zone: string, now: Instant, days: number): string {
  return localMoment(zone, now + days * dayMs).date
}

function paceInWords({ days, time, zone }: Pace): string {
  return `days ${days.join('')} at ${time} in ${zone}`
}
