/** Units of what a learner opens and presses, counted from the requests that went out, and the enrolment's own bytes. */
import { enrolmentItem } from '../../functions/aws/enrolment-item.ts'
import type { Enrolment } from '../../functions/domain/enrolment.ts'
import type { StepId } from '../../functions/domain/path.ts'
import { openCatalog } from '../../functions/runtime/compiled-catalog.ts'
import { createLinks, readLinkKeys } from '../../functions/runtime/links.ts'
import { markField } from '../../functions/site/forms/hand-in.ts'
import { itemSize } from '../aws/item-size.ts'
import { largestEnrolment } from '../support/largest-enrolment.ts'
import { startChild } from './child.ts'
import { keepWhatTheyDid, waitingAt } from './learners.ts'
import type { PageOrder } from './pages-child.ts'
import { type Cost, startRecorder } from './recorder.ts'
import { startTable } from './table.ts'
import { environmentOf, type World } from './world.ts'

type Asked = Omit<PageOrder, 'now'>

/** A byte more doubles every claim and settle. */
const oneWriteUnit = 1_024
const briefs = { 'at the first gate': 'P01', 'at the last gate, every answer kept': 'P05' }

export async function measurePageUnits(world: World): Promise<void> {
  const { figures, compiled, now } = world
  const { path } = compiled
  const catalog = openCatalog(world.bundles.catalogFolder)
  const table = await startTable()
  const recorder = await startRecorder(table)
  const environment = environmentOf(world, { ...table, endpoint: recorder.url })
  const pages = await startChild(world.bundles.file('pages'), environment)
  const keys = readLinkKeys(environment['LINK_KEYS'] ?? '')
  const links = createLinks({ keys: () => keys, siteUrl: environment['SITE_URL'] ?? '', path: path.id })

  const costsOf = async (what: string, asked: Asked): Promise<readonly Cost[]> => {
    const status = await pages.ask<number>({ now, ...asked })
    if (status !== (asked.fields === undefined ? 200 : 303)) throw new Error(`${what} was answered with ${status}`)
    return recorder.costs()
  }
  const sum = (costs: readonly Cost[], what: 'readUnits' | 'writeUnits') =>
    costs.reduce((total, cost) => total + cost[what], 0)

  figures.heading('Units of a page and of a press, counted from the requests')
  for (const [where, brief] of Object.entries(briefs)) {
    const learner = waitingAt(path, brief, now)
    await keepWhatTheyDid(table, learner, now)
    figures.note(`A learner ${where}, ${learner.received.size} steps received, ${sizeOf(learner)} bytes of enrolment:`)
    const rubric = (catalog.page(brief)?.rubric ?? []).map(({ id }) => [markField(id), '3'])
    const tokens = { t: links.sign('lesson', learner, now), signIn: links.sign('sign-in', learner, now) }
    for (const [what, asked] of Object.entries(askedOf(brief, tokens, Object.fromEntries(rubric)))) {
      const costs = await costsOf(what, asked)
      figures.add({ what: `${what}, reads`, value: sum(costs, 'readUnits'), unit: 'RRU', digits: 1 })
      if (asked.fields)
        figures.add({ what: `${what}, writes`, value: sum(costs, 'writeUnits'), unit: 'WRU', digits: 0 })
    }
  }
  const largest = 'the largest enrolment there may be, at the end of 76 steps'
  figures.add({ what: largest, value: sizeOf(largestEnrolment()), unit: 'bytes', digits: 0, budget: oneWriteUnit })
  await pages.close()
  await recorder.close()
  await table.close()
}

/** What is opened has no fields, what is pressed has some. */
function askedOf(
  brief: StepId,
  { t, signIn }: { t: string; signIn: string },
  marks: Readonly<Record<string, string>>,
): Readonly<Record<string, Asked>> {
  const answer = (check: string) => ({ address: '/lessons/E10/answers', fields: { t, check, verdict: 'knew' } })
  const handIn = `/lessons/${brief}/hand-in`
  return {
    'the front page': { address: '/' },
    'a lesson for everyone': { address: '/lessons/E10' },
    'a lesson by its mail’s link': { address: `/lessons/E10?t=${t}` },
    'my path': { address: `/path?t=${signIn}` },
    'the first answer of a day': answer('E10.1'),
    'another answer': answer('E10.2'),
    'marked as done': { address: '/lessons/E17/done', fields: { t } },
    'the page of a hand-in': { address: `${handIn}?t=${t}` },
    'a hand-in': {
      address: handIn,
      fields: { t, ...marks, url: 'https://example.org/session', note: 'The restore took 14 minutes.' },
    },
  }
}

function sizeOf(enrolment: Enrolment): number {
  return itemSize(enrolmentItem(enrolment))
}
