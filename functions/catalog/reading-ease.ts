/** Flesch reading ease: 206.835 - 1.015 × words a sentence - 84.6 × syllables a word (Flesch 1948). Higher is easier. */

const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu
const sentenceEnd = /[.!?]+(?=["”')\]]*(?:\s|$))/

/** Answers: how easily are these paragraphs read? Each ends a sentence; numbers are left out, since they are not spelled. */
export function readingEase(paragraphs: readonly string[]): number {
  let words = 0
  let sentences = 0
  let syllables = 0
  for (const sentence of paragraphs.flatMap((paragraph) => paragraph.split(sentenceEnd))) {
    const spelled = (sentence.match(wordPattern) ?? []).filter((word) => !/\p{N}/u.test(word))
    if (spelled.length === 0) continue
    sentences += 1
    words += spelled.length
    for (const word of spelled) syllables += countSyllables(word)
  }
  if (sentences === 0) return 100
  return 206.835 - (1.015 * words) / sentences - (84.6 * syllables) / words
}

// The `e` of `made` and `gates`, and that of `scored`, are not spoken; those of `table`, `boxes` and `edited` are.
const silent = /(?<=[^aeiouylszxcgh])es$|(?<=[^aeiouytd])ed$|(?<=[^aeiouy][^aeiouyl])e$|(?<=[aeiouy][^aeiouy])e$/
// Two vowels that are spoken apart: `audio`, `area`, `create`, but not `-tion`, `special`, `region`.
const apart = /(?<![tscgx])i[aou]|(?<![tc])ie(?=t|n[tc])|ea(?=$|t[eio])|eo(?=$|[^aeioup])|oy(?=a)|ua|uo(?!u)/g

/** Answers: about how many syllables has this English word? Groups of vowels, without a silent `e`. */
function countSyllables(word: string): number {
  const bare = word.toLowerCase().replace(/['’]\p{L}+$/u, '')
  const groups = bare.replace(silent, '').match(/[aeiouy]+/g)?.length ?? 0
  return Math.max(1, groups + (bare.match(apart)?.length ?? 0))
}
