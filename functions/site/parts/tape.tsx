/** The strip of tape on which an engineer writes what a channel is. Its edge has the stage's colour and pattern. */
import type { CompiledPath } from '../../catalog/compiled.ts'
import type { StageId } from '../../domain/path.ts'

/** Five colours and patterns; a path with more stages begins again, told apart by letter. */
const stageStyles = 5

/** Answers: which class gives this stage its colour and pattern? */
export function stageClass(compiled: CompiledPath, stage: StageId): string {
  return stageClassAt(compiled.path.stages.findIndex(({ id }) => id === stage))
}

export function stageClassAt(index: number): string {
  return index < 0 ? 'stage-none' : `stage-${(index % stageStyles) + 1}`
}

export function Tape({ label, words, stage }: { label: string; words: string; stage?: string }) {
  return (
    <p class={`tape ${stage ?? 'stage-none'}`}>
      <b>{label}</b> {words}
    </p>
  )
}
