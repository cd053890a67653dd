/** Minutes as a learner reads them. */

/** "45 minutes", "1 hour", "1 hour 30 minutes" */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const words = [count(hours, 'hour'), count(rest, 'minute')].filter((word) => !word.startsWith('0 '))
  return words.length === 0 ? '0 minutes' : words.join(' ')
}

/** "45 min", "7 h", "1 h 30": for tables and pictures. */
export function durationShort(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

/** "155 hours": rounded, for sentences. */
export function hoursWords(minutes: number): string {
  return minutes < 120 ? durationWords(minutes) : count(Math.round(minutes / 60), 'hour')
}

/** "1 lesson", "17 lessons" */
export function count(amount: number, noun: string): string {
  return `${amount.toLocaleString('en-GB')} ${noun}${amount === 1 ? '' : 's'}`
}
