import type { Clock } from '../../functions/runtime/clock.ts'
import type { Handlers } from './handlers.ts'
import type { StoryTeller } from './story-teller.ts'
import type { LocalTable } from './table.ts'

/** What the local run is given to run. Tests give their own. */
export interface World {
  readonly clock: Clock
  /** Compiles the content if it has changed; answers the folder of what came of it. */
  buildCatalog(): Promise<string>
  /** Imports the functions. The environment is set by then, and read by them now. */
  loadHandlers(): Promise<Handlers>
  createStoryTeller(parts: { catalogFolder: string; table: LocalTable }): Promise<StoryTeller>
}
