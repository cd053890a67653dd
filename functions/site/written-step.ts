import type { CompiledPage } from '../catalog/compiled.ts'
import { Failure } from '../domain/errors.ts'
import { findStep, type Step } from '../domain/path.ts'
import type { SiteCatalog } from './ports.ts'

/**
 * The step that an address names, with its text. The id counts and the slug after it does not, so that links from old
 * mails open after a lesson was renamed. Throws `step-unknown` for one that does not exist or is not written yet.
 */
export function writtenStep(catalog: SiteCatalog, idAndSlug: string): { step: Step; text: CompiledPage } {
  const id = idAndSlug.split('-')[0] ?? ''
  const step = findStep(catalog.compiled.path, id)
  const text = step && catalog.page(step.id)
  if (step === undefined || text === undefined) {
    throw new Failure(
      'step-unknown',
      'There is no lesson at this address: it is not written yet, or it has left the path.',
      'The whole path is on the front page.',
    )
  }
  return { step, text }
}
