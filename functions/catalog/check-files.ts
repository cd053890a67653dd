/** Rules between `path.md` and the files beside it. */
import { lockName } from './id-lock.ts'
import type { PathFile } from './path-file.ts'
import type { Problem } from './problems.ts'
import type { Files } from './source.ts'

/** Answers: which entries lack their file, which files lack their entry, and which unwritten ones are written? */
export function checkFiles(files: Files, path: PathFile): Problem[] {
  const entries = new Map(path.plan.map((step) => [step.file, step]))
  const problems: Problem[] = []
  for (const step of path.plan) {
    const exists = files.has(step.file)
    if (step.written && !exists) {
      const what = `The entry ${step.id} has no file \`${step.file}\`.`
      const remedy = 'Write that file, correct the slug, or mark the entry `status: unwritten`.'
      problems.push({ file: path.file, line: step.line, field: step.id, what, remedy })
    }
    if (!step.written && exists) {
      const what = `${step.id} is marked \`status: unwritten\`, but its file exists.`
      const remedy = 'Take `status: unwritten` off its entry in path.md, or move the draft out of `content/`.'
      problems.push({ file: step.file, field: 'status', what, remedy })
    }
  }
  for (const file of lessonFiles(files, path.folder)) {
    if (entries.has(file)) continue
    const what = 'The file has no entry in path.md, so nobody would get it.'
    const remedy = 'Add an entry with this slug to the stage of this folder, or delete the file.'
    problems.push({ file, field: 'entry', what, remedy })
  }
  return problems
}

/** Answers: which files of the path's folder are meant to be steps? */
export function lessonFiles(files: Files, folder: string): string[] {
  const beside = new Set([`${folder}/path.md`, `${folder}/glossary.md`, `${folder}/${lockName}`])
  const steps = (file: string) =>
    file.startsWith(`${folder}/`) && file.endsWith('.md') && !beside.has(file) && !/^[^/]+\/downloads\//.test(file)
  return [...files.keys()].filter(steps).sort()
}
