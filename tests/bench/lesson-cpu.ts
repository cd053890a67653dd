/** CPU of a lesson: the real handler against a bare loop of the same SDK calls, turn and turn about. */
import { enrolmentItem } from '../../functions/aws/enrolment-item.ts'
import type { BareOrder } from './bare-child.ts'
import { startChild } from './child.ts'
import { dueNow, newLearners } from './learners.ts'
import { median, medianRatio } from './median.ts'
import type { Spent } from './spent.ts'
import { startTable } from './table.ts'
import { environmentOf, expectMails, startDeliver, type World } from './world.ts'

/** design.md, section 9. */
const mostTimesBare = 1.25
const warmUpRounds = 2

export async function measureLessonCpu(world: World, { lessons, rounds }: { lessons: number; rounds: number }) {
  const { figures, now } = world
  const table = await startTable()
  const learners = newLearners({ count: lessons, seed: 1, path: world.compiled.path, now })
  const due = dueNow(learners, now)
  const handler = await startDeliver(world, table)
  const bare = await startChild(world.bundles.file('bare'), environmentOf(world, table))
  const bareOrder = <Answer>(order: BareOrder) => bare.ask<Answer>(order)

  const sides = {
    async handler() {
      await table.load(due)
      return handler.tick(lessons)
    },
    async bare() {
      await table.load(due)
      await bareOrder({ kind: 'prepare', now, items: due.map(enrolmentItem) })
      const spent = await bareOrder<Spent<void>>({ kind: 'send' })
      await expectMails(world, lessons)
      return spent
    },
  }
  // Both warm, as a function is that ticks each minute: after some 800 lessons nothing is compiled any more.
  for (let round = 0; round < warmUpRounds; round++) {
    await sides.handler()
    await sides.bare()
  }
  const own: Spent<unknown>[] = []
  const others: Spent<unknown>[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) own.push(await sides.handler())
    others.push(await sides.bare())
    if (round % 2 === 1) own.push(await sides.handler())
  }
  await Promise.all([handler.close(), bare.close()])
  await table.close()

  const cpu = (spents: typeof own) => spents.map(({ cpuMs }) => cpuMs / lessons)
  const rate = (spents: typeof own) => median(spents.map(({ wallMs }) => (lessons * 1_000) / wallMs))
  figures.heading(`A lesson sent: the real handler against a bare loop (${lessons} lessons, ${rounds} rounds)`)
  figures.note(`CPU a lesson, round by round, handler/bare in ms: ${pairs(cpu(own), cpu(others))}`)
  figures.add({ what: 'handler, lessons a second (wall)', value: rate(own), unit: '/s', digits: 0 })
  figures.add({ what: 'bare loop, lessons a second (wall)', value: rate(others), unit: '/s', digits: 0 })
  figures.add({ what: 'handler, CPU a lesson', value: median(cpu(own)), unit: 'ms' })
  figures.add({ what: 'bare loop, CPU a lesson', value: median(cpu(others)), unit: 'ms' })
  const ratio = medianRatio(cpu(own), cpu(others))
  figures.add({ what: 'CPU a lesson, handler ÷ bare loop', value: ratio, unit: '×', budget: mostTimesBare })
}

const pairs = (own: readonly number[], others: readonly number[]) =>
  own.map((value, index) => `${value.toFixed(2)}/${others[index]?.toFixed(2)}`).join('  ')
