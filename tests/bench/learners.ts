/** Learners all over a path and the world, in their own hour at the bench's noon. */
import { createTable } from '../../functions/aws/table.ts'
import { createTableStore } from '../../functions/aws/table-store.ts'
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { dayMs, hourMs, type Instant, minuteMs } from '../../functions/domain/instant.ts'
import type { Path, StepId } from '../../functions/domain/path.ts'
import { enrolmentFactory, everyDay } from '../support/enrolment.ts'
import { createRandom, type Random } from '../support/random.ts'
import type { BenchTable } from './table.ts'

/** None of them is near midnight at noon in UTC. */
const zones = ['Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kolkata', 'UTC'] as const
const names = ['Ada', 'Jo', 'Maria Fernanda', 'Zoë', "Sinéad O'Brien", 'Nguyễn Thị Minh'] as const
const idAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const idLength = 16
/** What design.md, section 4 promises one write unit for. */
const longestNameBytes = 60
const longestAddressBytes = 128

export interface LearnersWish {
  readonly count: number
  readonly seed: number
  readonly path: Path
  readonly now: Instant
}

/** Each has received some steps of the path, the last one yesterday, and waits for the next. */
export function newLearners({ count, seed, path, now }: LearnersWish): readonly Enrolment[] {
  const random = createRandom(seed)
  const ids = path.steps.filter((step) => step.kind !== 'finish').map((step) => step.id)
  const projects = path.steps.filter((step) => step.kind === 'project').map((step) => step.id)
  return Array.from({ length: count }, () => {
    const learner = newId(random)
    const zone = random.pick(zones)
    const received = ids.slice(0, random.between(0, ids.length - 1))
    return enrolmentFactory({
      learner,
      path: path.id,
      address: `${learner}@example.com`,
      name: random.pick(names),
      pace: { days: everyDay, time: hourBefore(zone, now), zone },
      received,
      // Handed in what they were sent, so that no gate waits.
      cleared: projects.filter((id) => received.includes(id)),
      attempt: received.length,
      ...(received.length === 0 ? {} : { lastSentAt: now - 24 * hourMs }),
    })
  })
}

/** The same learners with the largest item there may be: one last step ahead of all that are planned. */
export function atTheEnd(learners: readonly Enrolment[], planned: readonly StepId[], path: Path): readonly Enrolment[] {
  const last = path.steps.findLast((step) => step.kind !== 'finish')?.id
  return learners.map((enrolment) => ({
    ...enrolment,
    name: 'n'.repeat(longestNameBytes),
    address: enrolment.address.padStart(longestAddressBytes, 'a'),
    received: new Set(planned.filter((id) => id !== last)),
    cleared: new Set(path.steps.filter((step) => step.kind === 'project' && step.id !== last).map((step) => step.id)),
    attempt: planned.length,
  }))
}

/** Has had everything up to the brief of this project, handed in those before it, and waits at its gate. */
export function waitingAt(path: Path, project: StepId, now: Instant): Enrolment {
  const steps = path.steps.slice(0, path.steps.findIndex(({ id }) => id === project) + 1)
  return enrolmentFactory({
    learner: `lrn_waitingat${project.toLowerCase()}`,
    path: path.id,
    address: 'maria.fernanda@mail.example.com',
    name: 'Maria Fernanda',
    received: steps.map(({ id }) => id),
    cleared: steps.filter(({ id, kind }) => kind === 'project' && id !== project).map(({ id }) => id),
    lastSentAt: now - dayMs,
    seenAt: now - 2 * dayMs,
    attempt: steps.length,
    dueAt: now + dayMs,
    lane: 'due',
  })
}

/** Every mail that SES took, three answers and "done" for every step but the last. */
export async function keepWhatTheyDid(table: BenchTable, enrolment: Enrolment, now: Instant): Promise<void> {
  const store = createTableStore(createTable(table))
  await table.load([enrolment])
  const received = [...enrolment.received]
  for (const [place, step] of received.entries()) {
    await store.recordDelivery({ ...enrolment, step, attempt: place + 1 }, 'sent', now - dayMs)
    if (place === received.length - 1) break
    const answers = { [`${step}.1`]: 'knew', [`${step}.2`]: 'missed', [`${step}.3`]: 'knew' } as const
    await store.recordWork(enrolment, { step, answers, doneAt: now - dayMs })
  }
}

export function dueNow(learners: readonly Enrolment[], now: Instant): readonly Enrolment[] {
  return learners.map((enrolment) => ({ ...enrolment, dueAt: now - minuteMs, lane: 'due' }))
}

/** Tomorrow, at many times. */
export function dueTomorrow(learners: readonly Enrolment[], now: Instant): readonly Enrolment[] {
  return learners.map((enrolment, index) => ({
    ...enrolment,
    dueAt: now + 20 * hourMs + (index % 480) * minuteMs,
    lane: 'due',
  }))
}

function newId(random: Random): string {
  return `lrn_${Array.from({ length: idLength }, () => random.pick([...idAlphabet])).join('')}`
}

function hourBefore(zone: string, now: Instant): string {
  const hour = Number(new Intl.DateTimeFormat('en', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(now))
  return `${String(hour - 1).padStart(2, '0')}:00`
}
