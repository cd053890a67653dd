/** The arrangement as words: stages, their steps and minutes. */
import type { PlannedStage } from '../../catalog/compiled.ts'
import { count, durationShort } from '../words/duration.ts'
import { stageClassAt } from './tape.tsx'

export function StageList({ plan }: { plan: readonly PlannedStage[] }) {
  return (
    <ol class="stages">
      {plan.map((stage, index) => (
        <li class={stageClassAt(index)}>
          <details>
            <summary>
              <span class="tape-edge"></span>
              <span class="letter">{stage.letter}</span>
              <h3>{stage.name}</h3>
              <span class="number">{durationShort(minutesOf(stage))}</span>
            </summary>
            <p>{stage.promise}</p>
            <p class="quiet">{whatItHolds(stage)}</p>
            <StepTable stage={stage} />
          </details>
        </li>
      ))}
    </ol>
  )
}

function StepTable({ stage }: { stage: PlannedStage }) {
  return (
    <table class="steps">
      <caption class="unseen">Steps of {stage.name}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Title</th>
          <th scope="col">Time</th>
        </tr>
      </thead>
      <tbody>
        {stage.steps.map(({ id, title, kind, minutes, written }) => (
          <tr class={written ? '' : 'announced'}>
            <td class="number">{id}</td>
            <td>
              {kind === 'lesson' ? null : `${kind[0]?.toUpperCase()}${kind.slice(1)}: `}
              {title} {written ? null : <small>announced</small>}
            </td>
            <td class="number">{durationShort(minutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "17 lessons, 13 h, and a project, 7 h." What is not written yet is said where there is such. */
function whatItHolds(stage: PlannedStage): string {
  const projects = stage.steps.filter(({ kind }) => kind === 'project')
  const others = stage.steps.filter(({ kind }) => kind !== 'project')
  const written = stage.steps.filter((step) => step.written).length
  const parts = [
    `${count(others.length, 'lesson')}, ${durationShort(sum(others))}`,
    ...projects.map((project) => `and a project, ${durationShort(project.minutes)}`),
  ]
  const some = written === stage.steps.length ? '' : ` ${written} of ${stage.steps.length} are written.`
  return `${parts.join(', ')}.${some}`
}

export function minutesOf(stage: PlannedStage): number {
  return sum(stage.steps)
}

function sum(steps: PlannedStage['steps']): number {
  return steps.reduce((total, step) => total + step.minutes, 0)
}
