/** From what a certificate stands for to its image. */
import type { CompiledPath } from '../../catalog/compiled.ts'
import type { CertificateOf } from '../../domain/certificate.ts'
import { hoursWords } from '../words/duration.ts'
import type { Card } from './card.ts'
import type { Certified } from './certified.ts'

/** Answers: under which name does the catalog hold the PNG without a person's name? */
export function plateName(of: CertificateOf): string {
  return `certificates/${of}.png`
}

export function cardOf({ path }: CompiledPath, what: Certified): Card {
  return {
    letters: what.letters,
    title: what.name,
    pathTitle: path.title,
    hours: hoursWords(what.minutes),
    regions: what.steps.map(({ minutes, stage }) => ({
      minutes,
      stage: path.stages.findIndex(({ id }) => id === stage),
    })),
  }
}
