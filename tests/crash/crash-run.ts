/** One run: learners, a table, a stand-in for SES, and workers that are killed until as many have died as were asked for. */
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { hourMs, minuteMs } from '../../functions/domain/instant.ts'
import type { Path } from '../../functions/domain/path.ts'
import { exampleEnvironment } from '../../infra/example-environment.ts'
import { startEmbeddedTable } from '../support/embedded-table.ts'
import { createRandom } from '../support/random.ts'
import type { FaultName } from '../support/ses/faults.ts'
import { startStandIn } from '../support/ses/stand-in.ts'
import { createCensus } from './census.ts'
import { drawEventTimes, type PendingEvent } from './events.ts'
import { createFeedback } from './feedback.ts'
import { drawKillPlan, isTime, type KillPlace, type KillPlan, killPlaces } from './kill-plan.ts'
import { newLearners } from './learners.ts'
import { startTableProxy } from './table-proxy.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import { createWorkers, type Worker } from './workers.ts'

export interface CrashOptions {
  readonly runs: number
  readonly seed: number
  readonly unknown: 'resend' | 'hold'
  readonly bundle: string
  readonly catalogFolder: string
  readonly path: Path
  /** Called after each worker that died. */
  readonly onKill: () => void
}

export interface CrashResult extends Verdict {
  readonly kills: Readonly<Record<KillPlace, number>>
  readonly faults: number
  readonly ticks: number
  readonly failures: readonly string[]
  /** The table broke off a step of a worker that lived on: on a machine so busy that it did not answer in time. */
  readonly stepsCutOff: number
}

/** Monday, 1 March 2027, 05:00 UTC: months without and with a clock change follow. */
const beginsAt = Date.UTC(2027, 2, 1, 5)
const learnersAtOnce = 60
const killShare = 0.97
const mostMinutesLate = 60
const twoWorkersShare = 0.25
const passingFaults: readonly FaultName[] = [
  'rate',
  'daily-quota',
  'paused-account',
  '500-before',
  '500-after',
  'reset-before',
  'reset-after',
]
/** Each takes the eight seconds after which the sender hangs up. */
const mostStalls = 3

export async function crashRun(options: CrashOptions): Promise<CrashResult> {
  const random = createRandom(options.seed)
  const kills = Object.fromEntries(killPlaces.map((place) => [place, 0])) as Record<KillPlace, number>
  const plans = new Map<string, KillPlan>()
  const alive = new Map<string, Worker>()
  const events: PendingEvent[] = []
  const processedAt = new Map<string, number>()
  const orphaned = new Set<string>()
  const failures: string[] = []
  const cutOff = new Set<string>()
  let now = beginsAt
  let faults = 0
  let stalls = 0
  let stepsCutOff = 0
  let ticks = 0

  const killed = () => Object.values(kills).reduce((sum, count) => sum + count, 0)
  const dies = (worker: string, place: KillPlace): boolean => {
    if (!isTime(plans.get(worker), place)) return false
    kills[place] += 1
    alive.get(worker)?.kill()
    options.onKill()
    return true
  }

  const table = await startEmbeddedTable()
  const census = createCensus(table.store)
  const proxy = await startTableProxy({
    tableUrl: table.endpoint,
    before: ({ kind, worker }) => {
      if (alive.get(worker)?.isDead()) return false
      if (kind === 'claim') return !dies(worker, 'before the claim')
      return kind !== 'settle' || !dies(worker, 'before the settle landed')
    },
    after: ({ kind, worker }) => {
      if (kind === 'claim') return !dies(worker, 'after the claim, its answer lost')
      return kind !== 'settle' || !dies(worker, 'after the settle, its answer lost')
    },
  })
  const ses = await startStandIn({
    clock: () => now,
    faultFor(_, worker) {
      if (dies(worker, 'while SES has the request, not taken')) return 'reset-before'
      if (dies(worker, 'while SES has the request, taken')) return 'reset-after'
      if (!random.chance(0.04)) return undefined
      faults += 1
      const isStall = stalls < mostStalls && random.chance(0.1)
      if (isStall) stalls += 1
      return random.pick(isStall ? (['stall-before', 'stall-after'] as const) : passingFaults)
    },
    onAccepted(mail) {
      for (const at of drawEventTimes(random, now)) events.push({ mail, at })
    },
    onAnswered: ({ worker }) => void dies(worker, 'after SES said yes'),
  })
  const feedback = await createFeedback({ table, catalogFolder: options.catalogFolder })
  const workers = createWorkers({
    bundle: options.bundle,
    onFailure: (text) => failures.push(text),
    onCutOff: (name) => {
      cutOff.add(name)
      stepsCutOff += 1
    },
    environmentFor: (name) => ({
      ...exampleEnvironment(options.catalogFolder),
      TABLE_NAME: table.tableName,
      UNKNOWN_POLICY: options.unknown,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: `${proxy.url}/${name}`,
      AWS_ENDPOINT_URL_SES: `${ses.url}/${name}`,
    }),
  })

  try {
    while (true) {
      await deliverEvents()
      const onTheWay = await census.onTheWay()
      if (killed() < options.runs && onTheWay.length < learnersAtOnce / 2) await enrol()
      else if (onTheWay.length === 0 && events.length === 0) return conclude(await census.everybody())
      else await goOn(onTheWay)
    }
  } finally {
    await workers.close()
    for (const worker of alive.values()) worker.kill()
    await Promise.all([proxy.close(), ses.close()])
    await table.close()
  }

  async function enrol(): Promise<void> {
    for (const learner of newLearners(random, learnersAtOnce, now)) await census.enrol(learner)
  }

  /** A round of ticks when something is due, else on to the moment when something will be. */
  async function goOn(onTheWay: readonly Enrolment[]): Promise<void> {
    const isDue = ({ dueAt, claim }: Enrolment) => dueAt !== undefined && dueAt <= now && (claim?.until ?? 0) <= now
    const due = onTheWay.filter(isDue).length
    if (due === 0) {
      const moments = onTheWay.map(({ dueAt = now + hourMs, claim }) => Math.max(dueAt, claim?.until ?? 0))
      // Ticks come late, too: so a worker often finds many who are due.
      const late = random.between(0, mostMinutesLate) * minuteMs
      now = Math.max(now + minuteMs, Math.min(...moments, ...events.map(({ at }) => at)) + late)
      return
    }
    const count = random.chance(twoWorkersShare) ? 2 : 1
    await Promise.all(Array.from({ length: count }, () => round(due)))
    now += minuteMs
  }

  async function round(due: number): Promise<void> {
    const idle = [...alive.values()].find((worker) => !plans.has(worker.name))
    const worker = idle ?? (await workers.next())
    alive.set(worker.name, worker)
    plans.set(worker.name, killed() < options.runs && random.chance(killShare) ? drawKillPlan(random, due) : never())
    ticks += 1
    await worker.tick(now)
    plans.delete(worker.name)
    if (cutOff.delete(worker.name) || worker.isDead()) await markOrphans(worker.name)
    if (worker.isDead()) alive.delete(worker.name)
  }

  /** Which of this worker's mails did it not live, or not manage, to write down? */
  async function markOrphans(worker: string): Promise<void> {
    for (const mail of ses.accepted.filter((accepted) => accepted.worker === worker)) {
      const key = { learner: mail.tags['learner'] ?? '', path: options.path.id }
      const enrolment = await table.store.findEnrolment(key, 'strong')
      if (!enrolment?.received.has(mail.tags['step'] ?? '')) orphaned.add(mail.messageId)
    }
  }

  async function deliverEvents(): Promise<void> {
    const due = events.filter(({ at }) => at <= now)
    if (due.length === 0) return
    events.splice(0, events.length, ...events.filter(({ at }) => at > now))
    due.sort(() => random.next() - 0.5)
    await feedback(due.map(({ mail }) => mail))
    for (const { mail } of due) if (!processedAt.has(mail.messageId)) processedAt.set(mail.messageId, now)
  }

  function conclude(enrolments: readonly Enrolment[]): CrashResult {
    const { path } = options
    return {
      ...verdictOf({ path, enrolments, accepted: ses.accepted, processedAt, orphaned }),
      kills,
      faults,
      ticks,
      failures,
      stepsCutOff,
    }
  }
}

function never(): KillPlan {
  return { place: 'before the claim', passes: -1 }
}
