/** Safari plays a sound only from a server that can give a part of it: it asks for the first two bytes, then for more. */

export interface ByteRange {
  readonly from: number
  /** The last byte, itself included, as in the header. */
  readonly to: number
}

/**
 * Answers: which part of so many bytes does this `Range` header ask for? `whole` where it asks for none, for several, or in a way that
 * RFC 9110 lets a server ignore; `none` where it lies beyond the end.
 */
export function byteRange(header: string | undefined, length: number): ByteRange | 'whole' | 'none' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match) return 'whole'
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return 'whole'
  // `-500` asks for the last 500.
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  if (first !== '' && last !== '' && Number(last) < from) return 'whole'
  return from > to ? 'none' : { from, to }
}
