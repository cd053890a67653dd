/** The numbers in a text, in one way of writing: for comparing what a lesson says with its fact. */

interface WrittenNumber {
  readonly text: string
  readonly sign: '-' | '+' | ''
  /** Without sign. A percentage stands for its hundredth too: 15 % and 0.15 are one claim. */
  readonly values: readonly number[]
}

// A hyphen behind a letter or a digit joins (`83-85`, `BS.1770-4`); anywhere else it is a minus.
const pattern = /((?<![\p{L}\d.])[-−+])?(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?(\s?%|\sper\scent)?/gu

/** Answers: which numbers in these words stand nowhere in the source? Number words are not looked at. */
export function numbersMissing(words: string, source: string): string[] {
  const known = numbersIn(source)
  return numbersIn(words)
    .filter((number) => !known.some((candidate) => supports(candidate, number)))
    .map(({ text }) => text)
}

function numbersIn(text: string): WrittenNumber[] {
  return [...text.matchAll(pattern)].map(([whole, sign = '', digits = '', decimals = '', percent]) => {
    const value = Number(digits.replaceAll(',', '') + decimals)
    return {
      text: whole.trim(),
      sign: sign === '−' ? '-' : (sign as WrittenNumber['sign']),
      values: percent === undefined ? [value] : [value, Number((value / 100).toPrecision(12))],
    }
  })
}

// "Falls by 6 dB" is supported by "-6 dB"; a sign that is written must be the right one.
function supports(source: WrittenNumber, claim: WrittenNumber): boolean {
  const oneNegative = (source.sign === '-') !== (claim.sign === '-')
  if (claim.sign !== '' && oneNegative) return false
  return claim.values.some((value) => source.values.includes(value))
}
