/** A year of learners, ticks, outages and clock changes through the real journey, over memory, with a stepped clock. */
import { shardsOf } from '../../functions/aws/keys.ts'
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { dayMs, type Instant, minuteMs } from '../../functions/domain/instant.ts'
import type { Path } from '../../functions/domain/path.ts'
import type { TaggedEvent } from '../../functions/journey/absorb-event.ts'
import type { Links, OutgoingMail } from '../../functions/journey/ports.ts'
import { createStuckList } from '../../functions/journey/stuck-list.ts'
import { createJourneyOn } from './journey.ts'
import { lostIn } from './lost-in.ts'
import { createMemoryStore } from './memory-store.ts'
import { createRandom, type Random } from './random.ts'
import { createActions, randomPace } from './simulated-actions.ts'
import { answerOf, type Fate, fateOf, outages } from './simulated-fate.ts'
import {
  type Invariant,
  isReminder,
  mailArrived,
  newcomer,
  objections,
  type SimulatedLearner,
  stepAheadOf,
} from './simulated-learner.ts'
import { watched } from './watched-store.ts'

export interface Year {
  /** The seed and the story of the first learner to whom it was not kept; empty when it was. */
  brokenPromise(invariant: Invariant): string
  readonly stepsSent: number
  readonly finished: number
  readonly counts: Readonly<Record<'reminders' | 'stuck' | 'erased' | 'complaints' | 'crashes' | 'failed', number>>
}

const start = Date.UTC(2026, 0, 15)
const end = start + 365 * dayMs
const actionsPerDay = 0.12
const ticksPerDay = 32

export async function simulateYear(wish: { seed: number; learners: number; path: Path }): Promise<Year> {
  const { seed, path } = wish
  const random = createRandom(seed)
  const broken = new Map<Invariant, string>()
  const claimedAt = new Map<string, Instant>()
  const counts = { reminders: 0, stuck: 0, erased: 0, complaints: 0, crashes: 0, failed: 0 }
  const accepted: TaggedEvent[] = []
  const unsettled: TaggedEvent[] = []
  let stepsSent = 0

  const learners = Array.from({ length: wish.learners }, (_, index) =>
    newcomer(
      `learner-${index}@example.com`,
      start + random.between(0, 59) * dayMs,
      randomPace(random),
      random.chance(0.95),
    ),
  )
  const byAddress = new Map(learners.map((learner) => [learner.address, learner]))
  const learnerOf = (address: string) => {
    const learner = byAddress.get(address)
    if (learner === undefined) throw new Error(`Nobody has the address ${address}`)
    return learner
  }

  const blame = (learner: SimulatedLearner, invariant: Invariant, what: string) => {
    if (broken.has(invariant)) return
    const told = [
      `seed ${seed}, ${learner.address}, ${JSON.stringify(learner.subject)}`,
      ...learner.story.slice(-40),
      `✗ ${what}`,
    ]
    broken.set(invariant, told.join('\n'))
  }

  const store = watched(createMemoryStore(), {
    claimed: (enrolment) => claimedAt.set(enrolment.address, journey.clock()),
    written: (enrolment) => {
      const learner = learnerOf(enrolment.address)
      const isOpenPause = learner.state === 'paused' && learner.pausedUntil === undefined
      const what = lostIn(path, enrolment, journey.clock())
      if (what !== undefined && !isOpenPause) blame(learner, 2, what)
    },
    erased: () => counts.erased++,
  })
  const journey = createJourneyOn({ store, path, at: start, links: plainLinks })
  const stuckList = createStuckList({ store, path, stuckShards: shardsOf('stuck') })
  const actions = createActions({ journey, path, random })
  const isDown = outages(random, start)
  const sesIsDown = outages(random, start)

  const arrive = (learner: SimulatedLearner, mail: OutgoingMail, fate: Fate) => {
    const { step = '' } = mail.tags
    const event = journey.event(mail)
    mailArrived(learner, step, journey.clock())
    accepted.push(event)
    if (fate === 'accepted, no answer') unsettled.push(event)
    if (isReminder(step)) counts.reminders++
    else if (step !== 'confirm' && step !== 'sign-in') stepsSent++
  }

  // Each tick takes no time, so that a claim and its send are one moment.
  journey.mailer.answerQuota({ ratePerSecond: Number.POSITIVE_INFINITY, leftToday: Number.POSITIVE_INFINITY })
  journey.mailer.answerAlways(async (mail) => {
    const learner = learnerOf(mail.to)
    const { step = '', attempt = '' } = mail.tags
    const at = claimedAt.get(mail.to) ?? Number.NaN
    const fate = sesIsDown(journey.clock()) ? 'not-sent' : fateOf(random)
    learner.story.push(`${new Date(at).toISOString()} ← ${step} (attempt ${attempt}): ${fate}`)
    for (const { invariant, what } of objections(learner, path, step, at)) blame(learner, invariant, what)
    if (fate.startsWith('accepted')) arrive(learner, mail, fate)
    if (fate === 'worker dies') counts.crashes++
    // Some do something at the very moment at which a mail of theirs is under way.
    if (fate.startsWith('accepted')) learner.underWay = step
    if (random.chance(0.03)) await actions.act(learner)
    learner.underWay = undefined
    return answerOf(fate)
  })

  const complain = async (learner: SimulatedLearner) => {
    const event = accepted.findLast(({ address }) => address === learner.address)
    if (event === undefined) return
    counts.complaints++
    learner.story.push(`${new Date(journey.clock()).toISOString()} complains`)
    learner.state = 'suppressed'
    await journey.absorbEvent({ ...event, fact: 'complained', at: journey.clock() })
  }

  /** Events come while the claim of a lost answer stands; some come again, whenever. */
  const absorbEvents = async () => {
    for (const event of unsettled.splice(0)) await journey.absorbEvent(event)
    if (random.chance(0.05) && accepted.length > 0) await journey.absorbEvent(random.pick(accepted))
  }

  const clearStuckList = async () => {
    for (const enrolment of await stuckList.list(journey.clock())) {
      const learner = learnerOf(enrolment.address)
      const choice = random.chance(0.8) ? 'send' : 'skip'
      counts.stuck++
      learner.story.push(`${new Date(journey.clock()).toISOString()} operator releases to ${choice}`)
      await stuckList.release(enrolment, choice, journey.clock())
      if (choice === 'skip') passOver(learner, await store.findEnrolment(enrolment))
    }
  }

  /** What was in doubt is not sent any more: a step, if it was no reminder. */
  const passOver = (learner: SimulatedLearner, enrolment: Enrolment | undefined) => {
    const step = stepAheadOf(learner, path) ?? ''
    if (learner.again !== undefined) learner.again = undefined
    else if (enrolment?.received.has(step)) {
      learner.done.add(step)
      learner.cleared.add(step)
    }
  }

  const liveThrough = async (learner: SimulatedLearner) => {
    if (random.chance(actionsPerDay / ticksPerDay) || isBusyJoining(learner, random)) await actions.act(learner)
    if (learner.state === 'on' && random.chance(0.000005)) await complain(learner)
  }

  for (let now = start; now < end; now += random.between(30, 60) * minuteMs) {
    journey.clock.moveTo(now)
    if (isDown(now)) continue
    await journey.tick()
    await absorbEvents()
    if (random.chance(1 / (ticksPerDay * 5))) await clearStuckList()
    for (const learner of learners) await liveThrough(learner)
    await absorbEvents()
  }
  counts.failed = journey.log.lines.filter(({ event }) => event === 'step-failed' || event === 'send-now-failed').length
  return {
    brokenPromise: (invariant) => broken.get(invariant) ?? '',
    stepsSent,
    finished: learners.filter(({ done }) => done.has('FIN')).length,
    counts,
  }
}

/** Nobody follows them here; signing them would take a third of the time. */
const plainUrl = () => 'https://learn.example.org/'
const plainLinks: Links = {
  confirm: plainUrl,
  study: () => ({ lessonUrl: plainUrl(), doneUrl: plainUrl(), pathUrl: plainUrl() }),
  signIn: plainUrl,
  leave: plainUrl,
  goOn: plainUrl,
  newAddress: plainUrl,
}

/** Signing up and confirming happen within hours, not weeks. */
function isBusyJoining({ state }: SimulatedLearner, random: Random): boolean {
  return (state === 'out' || state === 'waiting') && random.chance(0.1)
}
