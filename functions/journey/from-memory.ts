/** The questions at the head of a lesson: those chosen for the learner, the same in its mail and on its page. */
import type { CompiledCheck, CompiledRecall } from '../catalog/compiled.ts'
import type { Enrolment } from '../domain/enrolment.ts'
import type { Path, StepId } from '../domain/path.ts'
import { type CheckId, type RecallChoice, recall } from '../domain/recall.ts'
import type { Catalog } from './ports.ts'

/** A question as it is asked: an earlier lesson's check, or one that the lesson's author wrote for everybody. */
export interface MemoryQuestion extends CompiledRecall {
  /** Its answer is kept under this id; what the author wrote for everybody has none. */
  readonly check?: CheckId
}

/** Answers: which checks to ask with this lesson? Those its mail asked, where the link says so; else chosen now. */
export function checksFor(path: Path, enrolment: Enrolment, step: StepId, asked?: RecallChoice): readonly CheckId[] {
  if (asked?.step === step) return asked.checks
  const { received, pace, missed } = enrolment
  return recall({ path, received, step, pace, missed: new Set(missed) })
}

/**
 * Answers: the questions themselves. As many as the lesson has of its own, and its own where the chosen are too few:
 * before a first lesson there is nothing to remember, and a question may have been taken out since.
 */
export function fromMemory(
  pageOf: Catalog['page'],
  step: StepId,
  checks: readonly CheckId[],
): readonly MemoryQuestion[] {
  const own = pageOf(step)?.recall ?? []
  return [...checks.flatMap((check) => asRecall(pageOf, check)), ...own].slice(0, own.length)
}

function asRecall(pageOf: Catalog['page'], id: CheckId): readonly MemoryQuestion[] {
  const from = id.slice(0, id.indexOf('.'))
  const check = pageOf(from)?.checks.find((candidate) => candidate.id === id)
  if (check === undefined) return []
  const known = recalls.get(check)
  if (known !== undefined) return known
  const asked = [
    { questionHtml: check.questionHtml, answerHtml: `${check.answerHtml} ${check.reasonHtml}`, from, check: id },
  ]
  recalls.set(check, asked)
  return asked
}

/** Made once for all learners: they lie on the way of every mail. */
const recalls = new WeakMap<CompiledCheck, readonly MemoryQuestion[]>()
const plainTexts = new Map<string, string>()

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Answers: an inline text of a page as plain words, for a place that holds no markup. */
export function plainWords(html: string): string {
  const known = plainTexts.get(html)
  if (known !== undefined) return known
  const words = html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
  plainTexts.set(html, words)
  return words
}
