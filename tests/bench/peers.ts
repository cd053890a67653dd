/** The same lessons through what people build instead: MJML per send, nodemailer, a row per mail. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { enrolmentItem } from '../../functions/aws/enrolment-item.ts'
import { startChild } from './child.ts'
import { dueNow, newLearners } from './learners.ts'
import { median, medianRatio } from './median.ts'
import type { PeerOrder } from './peer-child.ts'
import type { Spent } from './spent.ts'
import { startTable } from './table.ts'
import { environmentOf, expectMails, startDeliver, type World } from './world.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const lessons = 200
/** Until nothing is compiled any more, on either side. */
const warmUpRounds = 2

export async function comparePeers(world: World, { rounds }: { rounds: number }): Promise<void> {
  const { figures, compiled, now } = world
  figures.heading(`The same lessons with MJML and nodemailer (${lessons} lessons, ${rounds} rounds)`)
  const missing = ['mjml', 'nodemailer'].filter((name) => !isInstalled(name))
  if (missing.length > 0) {
    figures.note(`Not measured: ${missing.join(' and ')} not installed. Run "npm i --no-save mjml nodemailer".`)
    return
  }
  const table = await startTable()
  const due = dueNow(newLearners({ count: lessons, seed: 7, path: compiled.path, now }), now)
  const handler = await startDeliver(world, table)
  const peer = await startChild(world.bundles.file('peers'), { ...environmentOf(world, table), PROJECT: project })
  const order = <Answer>(what: PeerOrder) => peer.ask<Answer>(what)
  await order({ kind: 'prepare', items: due.map(enrolmentItem) })
  const own: number[] = []
  const others: number[] = []
  let bytes = 0
  for (let round = 0; round < warmUpRounds + rounds; round++) {
    await table.load(due)
    own.push((await handler.tick(lessons)).cpuMs / lessons)
    const spent = await order<Spent<number>>({ kind: 'send', round })
    await expectMails(world, lessons)
    others.push(spent.cpuMs / lessons)
    bytes = spent.result
  }
  await Promise.all([handler.close(), peer.close()])
  await table.close()
  const [ours, theirs] = [own.slice(warmUpRounds), others.slice(warmUpRounds)]
  figures.note(`their message is ${Math.round(bytes / 1_000)} KB on average`)
  figures.add({ what: 'this service, CPU a lesson', value: median(ours), unit: 'ms' })
  figures.add({ what: 'MJML, nodemailer, a row a mail: CPU a lesson', value: median(theirs), unit: 'ms' })
  figures.add({ what: 'theirs ÷ ours, CPU', value: medianRatio(theirs, ours), unit: '×', digits: 1 })
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch {
    return false
  }
}
