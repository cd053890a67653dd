/** Delays, distances, polar patterns and decay (facts F07, F16, F17, F21 to F23, F28). */
import { fromDb, toDb } from './decibels.ts'

/** Answers: the level of a signal plus a delayed copy, against the signal alone, in dB. */
export function combFilter({ delayMs, copyDb }: { delayMs: number; copyDb: number }): (hertz: number) => number {
  const copy = fromDb(copyDb)
  return (hertz) => {
    const angle = 2 * Math.PI * hertz * (delayMs / 1000)
    return 10 * Math.log10(Math.max(0, 1 + copy * copy + 2 * copy * Math.cos(angle)))
  }
}

/** Answers: the first notches of a comb filter, in Hz: 1/(2t), 3/(2t), 5/(2t) … */
export function combNotches(delayMs: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => ((2 * index + 1) * 1000) / (2 * delayMs))
}

/** A first-order pattern: `omni` is the share of pressure, the rest is gradient. */
export function polarLevel(omni: number, degrees: number): number {
  return toDb(omni + (1 - omni) * Math.cos((degrees * Math.PI) / 180))
}

/** Answers: at which angle does the pattern hear nothing? Undefined where it hears everywhere. */
export function nullAngle(omni: number): number | undefined {
  const cosine = -omni / (1 - omni)
  return cosine < -1 || omni === 1 ? undefined : (Math.acos(cosine) * 180) / Math.PI
}

/** Answers: how much farther than an omni may it stand for the same share of room? */
export function distanceFactor(omni: number): number {
  const gradient = 1 - omni
  return 1 / Math.sqrt(omni * omni + (gradient * gradient) / 3)
}

/** Free field, point source: 6 dB less for each doubling. */
export function directSound({ db, atCm }: { db: number; atCm: number }): (cm: number) => number {
  return (cm) => db - toDb(cm / atCm)
}

export function decay({ rt60Ms, startMs, startDb }: { rt60Ms: number; startMs: number; startDb: number }) {
  return (ms: number) => startDb - (60 * (ms - startMs)) / rt60Ms
}
