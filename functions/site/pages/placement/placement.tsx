/** `/placement`: a few questions, a block at a time, and where they suggest to start. Answers travel in the address. */
import { type Context, Hono } from 'hono'
import type { CompiledPlacement } from '../../../catalog/compiled.ts'
import { place } from '../../../domain/place.ts'
import { addresses } from '../../addresses.ts'
import { blocksOf, firstOpenBlock, type GivenAnswers, givenAnswers, scored, unanswered } from '../../forms/placement.ts'
import { page } from '../../layout/page.tsx'
import type { SiteDeps } from '../../ports.ts'
import { Block } from './block.tsx'
import { Result } from './result.tsx'

export function placement(deps: SiteDeps): Hono {
  return new Hono()
    .get('/placement', (c) => {
      const check = deps.catalog.placement()
      if (check === null) return c.notFound()
      const given = givenAnswers(check.items, c.req.query())
      const asked = askedBlock(c.req.query('block'), blocksOf(check.items).length)
      const open = firstOpenBlock(check.items, given) ?? asked
      // Going on asks for the block after: one before it that is not answered whole comes first, and says so.
      return blockPage(c, deps, { check, given, number: Math.min(asked, open), isRefused: asked > open })
    })
    .get('/placement/result', (c) => {
      const check = deps.catalog.placement()
      if (check === null) return c.notFound()
      const given = givenAnswers(check.items, c.req.query())
      const open = firstOpenBlock(check.items, given)
      if (open !== undefined) return blockPage(c, deps, { check, given, number: open, isRefused: true })
      const placing = place(check.items, check.scoring, scored(given))
      if (placing === undefined) throw new Error('No rule of the placement check matches these answers')
      return page(
        c,
        deps,
        { title: 'Where to start' },
        <Result compiled={deps.catalog.compiled} check={check} given={given} placing={placing} />,
      )
    })
}

function askedBlock(text: string | undefined, blocks: number): number {
  const asked = Number(text)
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, blocks) : 1
}

interface BlockPageProps {
  readonly check: CompiledPlacement
  readonly given: GivenAnswers
  readonly number: number
  readonly isRefused?: boolean
}

function blockPage(c: Context, deps: SiteDeps, { check, given, number, isRefused = false }: BlockPageProps) {
  const blocks = blocksOf(check.items)
  const problems = isRefused ? unanswered(check.items, blocks[number - 1] ?? [], given) : []
  const isFirst = number === 1 && Object.keys(given).length === 0 && !isRefused
  return page(
    c,
    deps,
    {
      title: `${isRefused ? 'Not answered yet: ' : ''}where to start, ${number} of ${blocks.length}`,
      status: isRefused ? 422 : 200,
      ...(isFirst ? { audience: 'everyone' as const, canonical: addresses.placement() } : {}),
    },
    <Block compiled={deps.catalog.compiled} check={check} given={given} number={number} problems={problems} />,
  )
}
