import fc from 'fast-check'

const lastCodePoint = 0x10ffff
const isHalfOfPair = (codePoint: number) => codePoint >= 0xd800 && codePoint <= 0xdfff

/** Any character there is, the troublesome ones often. fast-check's own `binary` takes a second to set up. */
const anyCharacter = fc.oneof(
  fc
    .integer({ min: 0, max: lastCodePoint })
    .filter((codePoint) => !isHalfOfPair(codePoint))
    .map((codePoint) => String.fromCodePoint(codePoint)),
  fc.constantFrom('\r', '\n', '\0', '\t', ' ', '.', '=', '<', '>', '"', "'", '&', '@', ',', ';', ':', '-', 'ü'),
  fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
)

/** Any text that a person, or a program, may type. */
export const anyText = (length: { readonly minLength?: number; readonly maxLength?: number } = {}) =>
  fc.array(anyCharacter, length).map((characters) => characters.join(''))
