/** The ids of steps, quiet, each leading to its step; one that is not written yet is named only. */
import { findStep, type Path, type StepId } from '../../domain/path.ts'
import { addresses } from '../addresses.ts'

export function StepLinks({ path, ids }: { path: Path; ids: readonly StepId[] }) {
  return (
    <small class="quiet">
      {ids.map((id, index) => {
        const step = findStep(path, id)
        return (
          <>
            {index > 0 ? ', ' : null}
            {step ? (
              <a href={addresses.lesson(step)} title={step.title}>
                {id}
              </a>
            ) : (
              id
            )}
          </>
        )
      })}
    </small>
  )
}
