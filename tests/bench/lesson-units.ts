/** Write and read units of a lesson, counted from the requests that went out: nothing here depends on the machine. */
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import { inEnvelope, sesEventFactory, sqsEventFactory } from '../support/lambda-events.ts'
import { startChild } from './child.ts'
import { atTheEnd, dueNow, newLearners } from './learners.ts'
import { type Cost, startRecorder } from './recorder.ts'
import { startTable } from './table.ts'
import { environmentOf, startDeliver, type World } from './world.ts'

/** design.md, section 9, and for feedback facts.md, section 7: the delivery row and one look at the enrolment. */
const budgets = { write: 4, read: 1, feedbackWrite: 1, feedbackRead: 0.5 }
const due = 100
const batchSize = 10

export async function measureLessonUnits(world: World): Promise<void> {
  const { figures, compiled, now } = world
  const { path } = compiled
  const table = await startTable()
  const recorder = await startRecorder(table)
  const recorded = { ...table, endpoint: recorder.url }
  const deliver = await startDeliver(world, recorded)
  const feedback = await startChild(world.bundles.file('feedback'), environmentOf(world, recorded))

  const tick = async (learners: readonly Enrolment[]) => {
    await table.load(dueNow(learners, now))
    await deliver.tick(learners.length)
    return recorder.costs()
  }
  const events = async (learners: readonly Enrolment[]) => {
    const bodies = learners.map((enrolment) => inEnvelope(sendEventOf(enrolment)))
    for (let start = 0; start < bodies.length; start += batchSize) {
      const failed = await feedback.ask<number>(sqsEventFactory(bodies.slice(start, start + batchSize)))
      if (failed > 0) throw new Error(`Feedback failed for ${failed} events`)
    }
    return recorder.costs()
  }
  const sendEventOf = ({ learner, address, received, attempt }: Enrolment) => {
    const step = path.steps.find(({ id }) => !received.has(id))?.id ?? ''
    return sesEventFactory({ learner, path: path.id, step, attempt: attempt + 1, address, acceptedAt: now })
  }

  const learners = newLearners({ count: due, seed: 3, path, now })
  const sent = await tick(learners)
  const told = await events(learners)
  const planned = compiled.plan.flatMap((stage) => stage.steps.map((step) => step.id))
  const last = await tick(atTheEnd(newLearners({ count: due, seed: 4, path, now }), planned, path))
  await Promise.all([deliver.close(), feedback.close()])
  await recorder.close()
  await table.close()

  const average = (costs: readonly Cost[], what: 'writeUnits' | 'readUnits') =>
    costs.reduce((sum, cost) => sum + cost[what], 0) / due
  figures.heading(`Units of a lesson, counted from the requests (${due} due in one tick)`)
  for (const line of byRequest(sent)) figures.note(`sending   ${line}`)
  for (const line of byRequest(told)) figures.note(`feedback  ${line}`)
  const add = (what: string, value: number, unit: string, budget: number) =>
    figures.add({ what, value, unit, digits: 3, budget })
  add('sending, writes a lesson', average(sent, 'writeUnits'), 'WRU', budgets.write)
  const end = `sending, writes a lesson, ${planned.length} steps, 60-byte name, 128-byte address`
  add(end, average(last, 'writeUnits'), 'WRU', budgets.write)
  add('sending, reads a lesson', average(sent, 'readUnits'), 'RRU', budgets.read)
  add('feedback apart, writes a lesson', average(told, 'writeUnits'), 'WRU', budgets.feedbackWrite)
  add('feedback apart, reads a lesson', average(told, 'readUnits'), 'RRU', budgets.feedbackRead)
}

function byRequest(costs: readonly Cost[]): readonly string[] {
  const groups = Map.groupBy(
    costs,
    ({ request, writeUnits }) => `${request}${writeUnits ? ` of ${writeUnits} WRU` : ''}`,
  )
  return [...groups].map(([name, group]) => {
    const read = group.reduce((sum, cost) => sum + cost.readUnits, 0)
    return `${String(group.length).padStart(4)} × ${name}${read > 0 ? `, ${read} RRU together` : ''}`
  })
}
