/** Header values that are the same for everybody, encoded once. */
import libmime from 'libmime'

// RFC 2047, section 2: an encoded word has 75 characters at most; 52 leaves room for the header's name before it.
const wordMax = 52

/** Answers: the value of the `Subject` header: encoded words where needed (RFC 2047), folded at 76 columns. */
export function subjectHeader(subject: string): string {
  const name = 'Subject: '
  return libmime.foldLines(name + encoded(subject), 76).slice(name.length)
}

/** Answers: a display name for `From` and `List-Id` (RFC 5322, section 3.2.5): quoted when it is ASCII, else encoded. */
export function displayName(name: string): string {
  if (isPlain(name)) return `"${name.replace(/["\\]/g, '\\$&')}"`
  return libmime.encodeWord(name, 'Q', wordMax)
}

function encoded(text: string): string {
  // An ASCII text that looks like an encoded word would be decoded by readers, so it is encoded whole.
  return isPlain(text) ? text : libmime.encodeWord(text, 'Q', wordMax)
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && !text.includes('=?')
}
