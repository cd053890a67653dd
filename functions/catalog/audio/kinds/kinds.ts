/** Every kind of example, by the name that `kind:` gives. */
import type { Kind } from '../kind.ts'
import { groove } from './groove.ts'
import { noise } from './noise.ts'
import { notes } from './notes.ts'

export const kinds: Readonly<Record<string, Kind>> = { groove, noise, notes }
