/** Ratios in decibels, and the reference levels of studios (facts F01 to F06, F09). */

export function toDb(ratio: number): number {
  return 20 * Math.log10(Math.abs(ratio))
}

export function fromDb(db: number): number {
  return 10 ** (db / 20)
}

/** 1 mW into 600 ohms: the root of 0.6, commonly rounded to 0.775 V. */
const dbuVolts = Math.sqrt(0.6)

function voltsOfDbu(dbu: number): number {
  return dbuVolts * fromDb(dbu)
}

function dbuOfVolts(volts: number): number {
  return toDb(volts / dbuVolts)
}

/** Answers: what the ruler shows for a level in dBu. */
export const rulers = {
  volts: voltsOfDbu,
  dbu: (dbu: number) => dbu,
  dbv: (dbu: number) => toDb(voltsOfDbu(dbu)),
  vu: (dbu: number) => dbu - 4,
  ebu: (dbu: number) => dbu - 18,
  smpte: (dbu: number) => dbu - 24,
} as const

/** Answers: which level in dBu stands at this value of the ruler? */
export const rulersBack = {
  volts: dbuOfVolts,
  dbu: (value: number) => value,
  dbv: (value: number) => dbuOfVolts(fromDb(value)),
  vu: (value: number) => value + 4,
  ebu: (value: number) => value + 18,
  smpte: (value: number) => value + 24,
} as const

/** Answers: the theoretical range of this word length for a full-scale sine, in dB. */
export function wordLengthRange(bits: number): number {
  return toDb(2 ** bits) + 10 * Math.log10(1.5)
}

export interface Source {
  readonly ohms: number
  /** A pickup's coil, whose impedance rises with frequency. */
  readonly henry: number
}

/** Answers: how far below the open source is the voltage that reaches the load at this frequency, in dB? */
export function dividerLoss(source: Source, loadOhms: number, hertz: number): number {
  return toDb(loadOhms / Math.hypot(source.ohms + loadOhms, 2 * Math.PI * hertz * source.henry))
}
