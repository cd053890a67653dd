/** What a compressor lets out for what goes in, and what normalisation does to a master (facts F27, F42, F47). */

export interface Compressor {
  readonly thresholdDb: number
  /** `Infinity` is a limiter. */
  readonly ratio: number
  /** Width of the bend around the threshold; 0 is a hard knee. */
  readonly kneeDb: number
}

/** The usual quadratic knee, for example D. Giannoulis et al., J. Audio Eng. Soc. 60(6), 2012. */
export function compressor({ thresholdDb, ratio, kneeDb }: Compressor): (inputDb: number) => number {
  const slope = 1 / ratio - 1
  return (inputDb) => {
    const over = inputDb - thresholdDb
    if (2 * over <= -kneeDb) return inputDb
    if (2 * over < kneeDb) return inputDb + (slope * (over + kneeDb / 2) ** 2) / (2 * kneeDb)
    return inputDb + slope * over
  }
}

/** Answers: by how much does a service turn this master, in dB? A boost stops where the peak would pass the ceiling. */
export function playbackGain(
  master: { lufs: number; truePeakDb: number },
  target: { lufs: number; ceilingDb: number },
) {
  const wanted = target.lufs - master.lufs
  return wanted <= 0 ? wanted : Math.max(0, Math.min(wanted, target.ceilingDb - master.truePeakDb))
}
