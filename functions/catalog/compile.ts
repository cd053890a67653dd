/** Content → what the functions read. Pure over files in memory; all problems in one run. */
import type { Assets } from './assets.ts'
import { checkCourse } from './check-course.ts'
import { compileFacts, compileGlossary, compilePlacement } from './compile-lists.ts'
import { compileMails } from './compile-mails.ts'
import { compilePlan } from './compile-plan.ts'
import type {
  CompiledFact,
  CompiledGlossary,
  CompiledMail,
  CompiledPage,
  CompiledPath,
  CompiledPlacement,
} from './compiled.ts'
import { checkLock, type Lock, lockName, readLock, writeLock } from './id-lock.ts'
import type { PathFile } from './path-file.ts'
import { type Problem, sortProblems } from './problems.ts'
import { readCourse } from './read-course.ts'
import { renderPage } from './render-page.ts'
import { makeReport, type Report } from './report.ts'
import { readText, type Source } from './source.ts'
import type { IsWord } from './spelling.ts'

export interface Compiled {
  readonly compiled: CompiledPath
  readonly pages: ReadonlyMap<string, CompiledPage>
  /** By step id; service mails by name. */
  readonly mails: ReadonlyMap<string, CompiledMail>
  readonly facts: readonly CompiledFact[]
  readonly glossary: CompiledGlossary
  readonly placement: CompiledPlacement | null
  readonly assets: Assets
  /** The new text of `ids.lock` and where it stands, relative to `content/`. */
  readonly lock: { readonly file: string; readonly text: string }
  readonly report: Report
}

export type CompileResult = Compiled | { readonly problems: readonly Problem[] }

export interface CompileOptions {
  /** The day on which review dates are looked at, such as `2026-11-23`. */
  readonly today: string
  /** Whether content that is past its review date is refused, as it is by default, or only warned of. */
  readonly overdue?: 'refuse' | 'warn'
  /** The British dictionary. A path in another language is not spell-checked. */
  readonly isWord: IsWord
}

/** Answers: the compiled path, or everything that is wrong with it. */
export function compilePath(source: Source, options: CompileOptions): CompileResult {
  const { course, problems } = readCourse(source)
  if (!course) return { problems: sortProblems(problems) }
  const { path, lessons, services, facts, glossary, placement, assets, examples } = course
  const lock = lockOf(source, path)
  const checked = checkCourse(source, course, options)
  problems.push(...lock.problems, ...checked.problems)
  // Sizes need drawing, and only what is sound can be drawn: the others are drawn all the same, so that one run tells all.
  const faulty = new Set(problems.map((problem) => problem.file))
  const drawn = compileMails(
    path,
    lessons.filter(({ file }) => !faulty.has(file)),
    services.filter(({ file }) => !faulty.has(file)),
    assets,
  )
  problems.push(...drawn.problems)
  if (problems.length > 0) return { problems: sortProblems(problems) }
  return {
    compiled: { ...compilePlan(path, assets), ...(placement ? { hasPlacement: true } : {}) },
    pages: new Map(lessons.map((lesson) => [lesson.fields.id, renderPage(lesson, assets, examples)])),
    mails: drawn.mails,
    facts: compileFacts(facts, path, lessons),
    glossary: compileGlossary(glossary, path, lessons, assets),
    placement: placement ? compilePlacement(placement) : null,
    assets,
    lock: { file: lock.file, text: writeLock(lock.lock, path) },
    report: makeReport(course, drawn.mails, checked.warnings),
  }
}

function lockOf(source: Source, path: PathFile): { file: string; lock: Lock; problems: Problem[] } {
  const file = `${path.folder}/${lockName}`
  const { text, problems: unreadable } = readText(source.content, file)
  const { lock, problems } = readLock(file, text)
  return { file, lock, problems: [...unreadable, ...problems, ...checkLock(lock, path)] }
}
