/** Note names, intervals and times (facts F29, F100, F106, F107). */

const semitonesOfLetter: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }

/** Answers: the MIDI number of a note such as `C4` (60, middle C), `B♭2` or `F♯3`. Undefined if it is none. */
export function noteNumber(name: string): number | undefined {
  const match = /^([A-G])([♭♯b#]?)(-?\d)$/.exec(name)
  if (!match) return undefined
  const [, letter = '', sign = '', octave = ''] = match
  const shift = sign === '' ? 0 : '♯#'.includes(sign) ? 1 : -1
  return (semitonesOfLetter[letter] ?? 0) + shift + 12 * (Number(octave) + 1)
}

export function isBlackKey(note: number): boolean {
  return [1, 3, 6, 8, 10].includes(((note % 12) + 12) % 12)
}

/** Answers: how many semitones do the voices move in all, chord after chord? Both chords list their voices low to high. */
export function semitonesMoved(from: readonly number[], to: readonly number[]): number {
  return from.reduce((sum, note, voice) => sum + Math.abs((to[voice] ?? note) - note), 0)
}

export function sectionSeconds(bars: number, beatsPerBar: number, bpm: number): number {
  return (bars * beatsPerBar * 60) / bpm
}

export function sixteenthMs(bpm: number): number {
  return 15_000 / bpm
}

/** Answers: where a note of the sixteenth grid sounds, in ms, when every second sixteenth swings. */
export function gridTimeMs(step: number, groove: { bpm: number; swingPercent: number; offsetMs: number }): number {
  const pair = 2 * sixteenthMs(groove.bpm)
  const within = step % 2 === 0 ? 0 : (pair * groove.swingPercent) / 100
  return Math.floor(step / 2) * pair + within + groove.offsetMs
}

/** Answers: `1:04` for 64 seconds. */
export function minutesAndSeconds(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
