/** Responses of analogue prototypes in dB, by frequency (facts F25, F26). */
import { toDb } from './decibels.ts'

/** Butterworth: 3 dB down at the cut-off, 6 dB an octave for each order. */
export function highPass({ cutoffHz, order }: { cutoffHz: number; order: number }): (hertz: number) => number {
  return (hertz) => -10 * Math.log10(1 + (cutoffHz / hertz) ** (2 * order))
}

/** A bell whose boost and cut mirror each other, as in R. Bristow-Johnson's cookbook: H = (s² + sA/Q + 1)/(s² + s/AQ + 1). */
export function bell(bell: { centreHz: number; gainDb: number; q: number }): (hertz: number) => number {
  const root = 10 ** (bell.gainDb / 40)
  return (hertz) => {
    const w = hertz / bell.centreHz
    const real = 1 - w * w
    return toDb(Math.hypot(real, (w * root) / bell.q) / Math.hypot(real, w / (root * bell.q)))
  }
}

/** A shelf of the first order, half its gain at the turnover frequency. */
export function shelf(shelf: { turnoverHz: number; gainDb: number; side: 'low' | 'high' }): (hertz: number) => number {
  const root = 10 ** (shelf.gainDb / 40)
  return (hertz) => {
    const w = shelf.side === 'high' ? hertz / shelf.turnoverHz : shelf.turnoverHz / hertz
    return toDb(Math.hypot(1, w * root) / Math.hypot(1, w / root))
  }
}

/** Answers: the Q of a bell this many octaves wide. */
export function qOfOctaves(octaves: number): number {
  return 2 ** (octaves / 2) / (2 ** octaves - 1)
}
