/** Time to compose a lesson's mail: all written lessons in turn, for many learners. */
import { enrolmentItem } from '../../functions/aws/enrolment-item.ts'
import { startChild } from './child.ts'
import type { ComposeOrder, Composing } from './compose-child.ts'
import { newLearners } from './learners.ts'
import { environmentOf, type World } from './world.ts'

/** design.md, section 9; it was set where one HMAC took 12 µs. */
const mostMicroseconds = 60
const times = 10_000
const learners = 97

export async function measureComposing(world: World): Promise<void> {
  const { figures, compiled, now } = world
  const child = await startChild(world.bundles.file('compose'), environmentOf(world))
  const items = newLearners({ count: learners, seed: 2, path: compiled.path, now }).map(enrolmentItem)
  const composing = await child.ask<Composing>({ items, times } satisfies ComposeOrder)
  await child.close()
  const { composeUs, hmacUs, bytes } = composing
  figures.heading(`A lesson composed (median of ${composing.mails}, ${Math.round(bytes / 1_000)} KB on average)`)
  figures.add({
    what: 'compose a mail (wall)',
    value: composeUs,
    unit: 'µs',
    digits: 1,
    budget: mostMicroseconds,
    isIndicative: true,
  })
  figures.add({ what: 'one HMAC meanwhile (wall)', value: hmacUs, unit: 'µs', digits: 1 })
  figures.add({ what: 'compose ÷ HMAC', value: composeUs / hmacUs, unit: '×', digits: 1 })
}
