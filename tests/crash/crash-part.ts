/** One part of a crash run, in a process of its own. */
import { openCatalog } from '../../functions/runtime/compiled-catalog.ts'
import { type CrashOptions, type CrashResult, crashRun } from './crash-run.ts'

export type PartOrder = Omit<CrashOptions, 'path' | 'onKill'>
export type PartAnswer =
  | { readonly kind: 'kill' }
  | { readonly kind: 'done'; readonly result: CrashResult }
  | { readonly kind: 'failed'; readonly what: string }

const tell = (answer: PartAnswer) => process.send?.(answer)

process.once('message', async (order: PartOrder) => {
  try {
    const { path } = openCatalog(order.catalogFolder)
    const result = await crashRun({ ...order, path, onKill: () => tell({ kind: 'kill' }) })
    tell({ kind: 'done', result })
  } catch (error) {
    tell({ kind: 'failed', what: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
