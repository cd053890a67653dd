/** FNV-1a, 32 bits: small, stable for ever, and spreads short ids evenly. Not for secrets. */
export function stableHash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
  }
  return value
}
