/** Every file of the course, read and checked by itself. */
import { type Assets, collectAssets } from './assets.ts'
import { type Examples, readExamples } from './audio/read-examples.ts'
import { lessonFiles } from './check-files.ts'
import { type FactsFile, readFacts } from './facts-file.ts'
import { type Glossary, readGlossary } from './glossary-file.ts'
import { type Lesson, readLesson } from './lesson-file.ts'
import type { Known } from './links.ts'
import { findPathFolder, type PathFile, readPath } from './path-file.ts'
import { type PlacementFile, readPlacement } from './placement-file.ts'
import type { Problem } from './problems.ts'
import { readServiceMail, type ServiceMailFile, serviceMails } from './service-mail.tsx'
import type { Source } from './source.ts'
import { readWordList, type WordList } from './word-list.ts'

/** What could be read; files with a wrong shape are missing from it. */
export interface Course {
  readonly path: PathFile
  readonly lessons: readonly Lesson[]
  readonly services: readonly ServiceMailFile[]
  readonly facts: FactsFile
  readonly glossary: Glossary
  readonly placement: PlacementFile | undefined
  readonly words: WordList
  readonly assets: Assets
  readonly examples: Examples
  readonly known: Known
}

/** Answers: the course, undefined while path.md is wrong, and every problem that one file has by itself. */
export function readCourse(source: Source): { course: Course | undefined; problems: Problem[] } {
  const { content } = source
  const found = findPathFolder(content)
  const folder = found.folder ?? ''
  const { path, problems: pathProblems } = found.folder === undefined ? nothing : readPath(content, folder)
  const { assets, problems: assetProblems } = collectAssets(source, found.folder)
  const { facts, problems: factProblems } = readFacts(content, folder)
  const { glossary, problems: termProblems } = readGlossary(content, folder, path?.fields.language ?? 'en')
  const { placement, problems: placementProblems } = readPlacement(content, folder)
  const { examples, problems: exampleProblems } = readExamples(content, folder)
  const { words, problems: wordProblems } = readWordList(content)
  const known = { steps: path && stepStates(path), facts: facts.facts, terms: glossary.terms, assets }
  const files = found.folder === undefined ? [] : lessonFiles(content, folder)
  const lessons = files.map((file) => {
    const step = path?.plan.find((entry) => entry.file === file)
    return readLesson(content, file, step, known)
  })
  const services = serviceMails.map((name) => readServiceMail(content, name, known))
  const problems = [
    ...[
      found.problems,
      pathProblems,
      assetProblems,
      factProblems,
      termProblems,
      exampleProblems,
      placementProblems,
      wordProblems,
    ].flat(),
    ...[...lessons, ...services].flatMap((one) => one.problems),
  ]
  if (!path) return { course: undefined, problems }
  const course = {
    path,
    lessons: lessons.flatMap(({ lesson }) => lesson ?? []),
    services: services.flatMap(({ mail }) => mail ?? []),
    ...{ facts, glossary, placement, words, assets, examples, known },
  }
  return { course, problems }
}

const nothing = { path: undefined, problems: [] }

function stepStates(path: PathFile): NonNullable<Known['steps']> {
  const states = new Map<string, 'written' | 'unwritten' | 'finish'>()
  for (const step of path.plan) states.set(step.id, step.written ? 'written' : 'unwritten')
  return states.set(path.fields.finish.id, 'finish')
}
