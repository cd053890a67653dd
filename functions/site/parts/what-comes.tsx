/** What comes when, as a list: id, title, minutes, date. */
import type { CompiledPath } from '../../catalog/compiled.ts'
import { findStep } from '../../domain/path.ts'
import type { ForecastStep } from '../ports.ts'
import { durationShort } from '../words/duration.ts'
import type { DateWords } from '../words/when.ts'
import { stageClass } from './tape.tsx'

interface WhatComesProps {
  readonly compiled: CompiledPath
  readonly ahead: readonly ForecastStep[]
  readonly dates: DateWords
}

export function WhatComes({ compiled, ahead, dates }: WhatComesProps) {
  return (
    <ol class="what-comes">
      {ahead.map(({ step: id, dueAt }) => {
        const step = findStep(compiled.path, id)
        if (step === undefined) return null
        return (
          <li class={stageClass(compiled, step.stage)}>
            <span class="tape-edge"></span>
            <span class="number">{id}</span>
            <span>{step.title}</span>
            <span class="when">
              <time datetime={new Date(dueAt).toISOString()}>{dates.moment(dueAt)}</time>
              {step.kind === 'finish' ? null : ` · ${durationShort(step.minutes)}`}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
