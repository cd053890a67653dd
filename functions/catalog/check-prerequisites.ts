/** Rules between lessons: what a lesson asks for must come before it. */
import type { Lesson } from './lesson-file.ts'
import type { PathFile } from './path-file.ts'
import type { Problem } from './problems.ts'

/** Answers: which prerequisites are unknown, or come at or after the step that asks for them? Unwritten ones are fine. */
export function checkPrerequisites(path: PathFile, lesson: Lesson): Problem[] {
  const place = (id: string) => path.plan.findIndex((step) => step.id === id)
  const own = path.plan.findIndex((step) => step.file === lesson.file)
  return lesson.fields.prerequisites.flatMap((id, index) => {
    const problem = { file: lesson.file, line: lesson.lineOf(['prerequisites', index]), field: 'prerequisites' }
    if (place(id) === -1) {
      const what = `There is no step ${id} in path.md.`
      return [{ ...problem, what, remedy: 'Name a step of this path, or take it out.' }]
    }
    if (own === -1 || place(id) < own) return []
    const what = `${id} does not come before this step.`
    return [{ ...problem, what, remedy: `Move one of them in path.md, or take ${id} out.` }]
  })
}

/** Answers: does the file say the id that path.md gives it? */
export function checkOwnId(path: PathFile, lesson: Lesson): Problem[] {
  const step = path.plan.find((entry) => entry.file === lesson.file)
  if (!step || step.id === lesson.fields.id) return []
  const what = `The file says ${lesson.fields.id}, path.md says ${step.id}.`
  const remedy = `Write \`id: ${step.id}\` here, or correct the slug in path.md.`
  return [{ file: lesson.file, line: lesson.lineOf(['id']), field: 'id', what, remedy }]
}
