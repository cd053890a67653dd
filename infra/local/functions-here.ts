import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { clock } from '../../functions/runtime/clock.ts'
import type { DeliverHandler, FeedbackHandler, WebHandler } from './handlers.ts'
import { LocalProblem } from './problem.ts'
import type { World } from './world.ts'

const root = join(import.meta.dirname, '../..')
const catalogFolder = join(root, 'build/catalog')

let taken = false

/** The real functions and the real clock. `say` is told of what takes a while. */
export function functionsHere(say: (line: string) => void): World {
  return {
    clock,

    async buildCatalog() {
      if (!existsSync(catalogFolder))
        say('Drawing the figures and making the sounds: the first time takes half a minute.')
      const { buildCatalog } = await import('../../functions/catalog/build-catalog.ts')
      const folders = {
        contentFolder: join(root, 'content'),
        siteAssetsFolder: join(root, 'functions/site/assets'),
        outFolder: catalogFolder,
      }
      const today = new Date(clock()).toISOString().slice(0, 10)
      const result = await buildCatalog(folders, { today, overdue: 'warn' })
      if (result.kind !== 'refused') return catalogFolder
      const { formatProblem } = await import('../../functions/catalog/problems.ts')
      const lines = result.problems.map(formatProblem)
      throw new LocalProblem(`${lines.join('\n')}\n\nThe content has ${lines.length} problems; nothing was started.`)
    },

    async loadHandlers() {
      if (taken) {
        // Imported once, they keep the settings of the first run, and one process has one clock.
        throw new Error('One process runs the functions once: they read their environment when they are imported.')
      }
      taken = true
      const [web, deliver, feedback] = await Promise.all([
        import('../../functions/web.lambda.ts'),
        import('../../functions/deliver.lambda.ts'),
        import('../../functions/feedback.lambda.ts'),
      ])
      return {
        // Its context is typed as Lambda's whole one, of which it reads nothing that is not here.
        web: web.handler as unknown as WebHandler,
        deliver: deliver.handler satisfies DeliverHandler,
        feedback: feedback.handler satisfies FeedbackHandler,
      }
    },

    async createStoryTeller({ catalogFolder: folder, table }) {
      const [{ createStoryTeller }, { openCatalog }] = await Promise.all([
        import('./story-teller.ts'),
        import('../../functions/runtime/compiled-catalog.ts'),
      ])
      return createStoryTeller({ table, path: openCatalog(folder).path })
    },
  }
}
