/** Authors type the straight quotation marks and apostrophes of a keyboard; readers see the curved ones of print. */

/** What a quotation may begin after: nothing, a space, a bracket, a dash, a stroke, another opening mark. */
const beginning = /^$|[\s([{/–—“‘-]$/u

/** Answers: this text with curved quotation marks and apostrophes. `before` is what stands in front of it on its line. */
export function withCurvedQuotes(text: string, before = ''): string {
  return text.replace(/["']/g, (mark, at: number) => {
    const opens = beginning.test(at === 0 ? before : text.slice(0, at)) && !isAlone(text, at)
    if (mark === '"') return opens ? '“' : '”'
    return opens && /\p{L}/u.test(text.charAt(at + 1)) ? '‘' : '’'
  })
}

/** Nothing follows that it could open. */
function isAlone(text: string, at: number): boolean {
  return /^\s/.test(text.slice(at + 1))
}
