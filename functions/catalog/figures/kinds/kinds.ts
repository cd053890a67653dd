/** Every kind of figure, by the name that `kind:` gives. */
import type { Kind } from '../kind.ts'
import { balance } from './balance.ts'
import { bars } from './bars.ts'
import { budget } from './budget.ts'
import { chain } from './chain.ts'
import { chart } from './chart.ts'
import { columns } from './columns.ts'
import { curve } from './curve.ts'
import { decision } from './decision.ts'
import { divider } from './divider.ts'
import { edit } from './edit.ts'
import { flow } from './flow.ts'
import { grid } from './grid.ts'
import { groove } from './groove.ts'
import { keyboard } from './keyboard.ts'
import { lanes } from './lanes.ts'
import { levels } from './levels.ts'
import { list } from './list.ts'
import { loudness } from './loudness.ts'
import { pianoRoll } from './piano-roll.ts'
import { plan } from './plan.ts'
import { polar } from './polar.ts'
import { ranges } from './ranges.ts'
import { ring } from './ring.ts'
import { sampling } from './sampling.ts'
import { scales } from './scales.ts'
import { schedule } from './schedule.ts'
import { song } from './song.ts'
import { tree } from './tree.ts'

export const kinds: Readonly<Record<string, Kind>> = {
  balance,
  bars,
  budget,
  chain,
  chart,
  columns,
  curve,
  decision,
  divider,
  edit,
  flow,
  grid,
  groove,
  keyboard,
  lanes,
  levels,
  list,
  loudness,
  pianoRoll,
  plan,
  polar,
  ranges,
  ring,
  sampling,
  scales,
  schedule,
  song,
  tree,
}
