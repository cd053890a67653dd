/** IAM's patterns: `*` stands for anything, `?` for one character. */
const compiled = new Map<string, RegExp>()

export function matches(pattern: string, text: string): boolean {
  let expression = compiled.get(pattern)
  if (expression === undefined) {
    const escaped = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[\\s\\S]*')
      .replaceAll('?', '[\\s\\S]')
    expression = new RegExp(`^${escaped}$`)
    compiled.set(pattern, expression)
  }
  return expression.test(text)
}

/** An ARN against a pattern: each of the six parts by itself, as the condition operators for ARNs do it. */
export function matchesArn(pattern: string, arn: string): boolean {
  const [wanted, found] = [partsOf(pattern), partsOf(arn)]
  return wanted.length === found.length && wanted.every((part, index) => matches(part, found[index] ?? ''))
}

function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':')
  return [...parts.slice(0, 5), parts.slice(5).join(':')]
}
