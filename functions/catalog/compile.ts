/** Content → what the functions read. Pure over files in memory; all problems in one run. */
import { type Assets, collectAssets } from './assets.ts'
import { checkFactsNamed } from './check-facts.ts'
import { checkFiles, lessonFiles } from './check-files.ts'
import { checkMarkdown } from './check-markdown.ts'
import { checkPath, warnOfTitles } from './check-path.ts'
import { checkOwnId, checkPrerequisites } from './check-prerequisites.ts'
import { checkRecall } from './check-recall.ts'
import { compileFacts, compileGlossary } from './compile-lists.ts'
import { compileMails } from './compile-mails.ts'
import { compilePlan } from './compile-plan.ts'
import type { CompiledFact, CompiledGlossary, CompiledMail, CompiledPage, CompiledPath } from './compiled.ts'
import { readFacts } from './facts-file.ts'
import { readGlossary } from './glossary-file.ts'
import { checkLock, type Lock, lockName, readLock, writeLock } from './id-lock.ts'
import { type Lesson, readLesson } from './lesson-file.ts'
import type { Known } from './links.ts'
import { parseMarkdown } from './markdown.ts'
import { findPathFolder, type PathFile, readPath } from './path-file.ts'
import { type Problem, sortProblems } from './problems.ts'
import { renderPage } from './render-page.ts'
import { makeReport, type Report } from './report.ts'
import { checkReviewDates } from './review-dates.ts'
import { readServiceMail, type ServiceMailFile, serviceMails } from './service-mail.tsx'
import { readText, type Source } from './source.ts'

export interface Compiled {
  readonly compiled: CompiledPath
  readonly pages: ReadonlyMap<string, CompiledPage>
  /** By step id; service mails by name. */
  readonly mails: ReadonlyMap<string, CompiledMail>
  readonly facts: readonly CompiledFact[]
  readonly glossary: CompiledGlossary
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
}

/** Answers: the compiled path, or everything that is wrong with it. */
export function compilePath(source: Source, options: CompileOptions): CompileResult {
  const found = findPathFolder(source.content)
  const { folder } = found
  const read = folder === undefined ? undefined : readPath(source.content, folder)
  const path = read?.path
  const { assets, problems: assetProblems } = collectAssets(source, folder)
  const { facts, problems: factProblems } = readFacts(source.content, folder ?? '')
  const language = path?.fields.language ?? 'en'
  const { glossary, problems: termProblems } = readGlossary(source.content, folder ?? '', language)
  const known: Known = { steps: path && stepStates(path), facts: facts.facts, terms: glossary.terms, assets }
  const problems = [...found.problems, ...(read?.problems ?? []), ...assetProblems, ...factProblems, ...termProblems]

  const lessons: Lesson[] = []
  for (const file of folder === undefined ? [] : lessonFiles(source.content, folder)) {
    const step = path?.plan.find((entry) => entry.file === file)
    const { lesson, problems: own } = readLesson(source.content, file, step, known)
    problems.push(...own)
    if (lesson) lessons.push(lesson)
  }
  const services: ServiceMailFile[] = []
  for (const name of serviceMails) {
    const { mail, problems: own } = readServiceMail(source.content, name, known)
    problems.push(...own)
    if (mail) services.push(mail)
  }
  if (!path) return { problems: sortProblems(problems) }

  const dates = checkReviewDates(facts, lessons, options.today)
  if (options.overdue !== 'warn') problems.push(...dates.overdue)
  const lock = lockOf(source, path)
  problems.push(...checkWholePath(source, path, lessons, known), ...lock.problems)
  problems.push(
    ...glossary.terms.flatMap(({ meaning, line }) =>
      checkMarkdown(parseMarkdown(meaning), known, { file: glossary.file, offset: line - 1 }),
    ),
  )
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
  const warnings = [...warnOfTitles(path), ...(options.overdue === 'warn' ? dates.overdue : []), ...dates.soon]
  return {
    compiled: compilePlan(path, assets),
    pages: new Map(lessons.map((lesson) => [lesson.fields.id, renderPage(lesson, assets)])),
    mails: drawn.mails,
    facts: compileFacts(facts, path, lessons),
    glossary: compileGlossary(glossary, path, lessons, assets),
    assets,
    lock: { file: lock.file, text: writeLock(lock.lock, path) },
    report: makeReport(path, lessons, drawn.mails, assets, warnings),
  }
}

function checkWholePath(source: Source, path: PathFile, lessons: readonly Lesson[], known: Known): Problem[] {
  return [
    ...checkPath(path),
    ...checkFiles(source.content, path),
    ...checkMarkdown(parseMarkdown(path.intro), known, { file: path.file, offset: path.introOffset }),
    ...lessons.flatMap((lesson) => [
      ...checkOwnId(path, lesson),
      ...checkPrerequisites(path, lesson),
      ...checkRecall(path, lesson),
      ...checkFactsNamed(lesson),
    ]),
  ]
}

function lockOf(source: Source, path: PathFile): { file: string; lock: Lock; problems: Problem[] } {
  const file = `${path.folder}/${lockName}`
  const { text, problems: unreadable } = readText(source.content, file)
  const { lock, problems } = readLock(file, text)
  return { file, lock, problems: [...unreadable, ...problems, ...checkLock(lock, path)] }
}

function stepStates(path: PathFile): NonNullable<Known['steps']> {
  const states = new Map<string, 'written' | 'unwritten' | 'finish'>()
  for (const step of path.plan) states.set(step.id, step.written ? 'written' : 'unwritten')
  return states.set(path.fields.finish.id, 'finish')
}
