/** A function's folder with the course cut short, so that a learner is through it in a few days of the rehearsal. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompiledPath } from '../../functions/catalog/compiled.ts'
import type { Step } from '../../functions/domain/path.ts'

const lessonsKept = 2

/** Copies a bundled asset, as Lambda unpacks it, and shortens the course that lies in it. */
export function unpackWithShortCourse(asset: string, folder: string): void {
  cpSync(asset, folder, { recursive: true })
  const file = join(folder, 'catalog', 'path.json')
  const compiled = JSON.parse(readFileSync(file, 'utf8')) as CompiledPath
  const { isGrowing: _, ...path } = compiled.path
  writeFileSync(file, JSON.stringify({ ...compiled, path: { ...path, steps: shortened(path.steps) } }))
}

/** Answers: the first lessons, one of each other kind, and the finish, in the course's own order. */
export function shortened(steps: readonly Step[]): readonly Step[] {
  const lessons = steps.filter(({ kind }) => kind === 'lesson').slice(0, lessonsKept)
  const others = (['review', 'project', 'finish'] as const).map((wanted) => steps.find(({ kind }) => kind === wanted))
  const kept = new Set<Step | undefined>([...lessons, ...others])
  return steps.filter((step) => kept.has(step))
}
