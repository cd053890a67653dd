/** How steps are named on tape and in sentences. */

interface Named {
  readonly id: string
  readonly slug: string
  readonly title: string
}

/** What an engineer writes on the tape: the slug without the prefix of its stage. "eng-phase-comb" is "phase comb". */
export function tapeWords(step: Named): string {
  const [first, ...rest] = step.slug.split('-')
  return rest.length === 0 ? (first ?? '') : rest.join(' ')
}

/** E10 “Polarity, time and comb filters”: titles hold commas, so they stand in quotation marks. */
export function stepName(step: Named): string {
  return `${step.id} “${step.title}”`
}

/** "Today you will …": an outcome is written as a command, so its first word loses its capital. */
export function afterYouWill(sentence: string): string {
  const [first = '', second = ''] = sentence
  // "EQ the …" keeps both its capitals.
  return second === second.toUpperCase() && /\p{L}/u.test(second) ? sentence : first.toLowerCase() + sentence.slice(1)
}
