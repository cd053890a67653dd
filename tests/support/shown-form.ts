/** Reads a form out of a page, as a browser that presses its button would send it. */

export type ShownFields = Readonly<Record<string, readonly string[]>>

/** Answers: what does the form with this action carry in its hidden fields? Throws when the page has no such form. */
export function hiddenFields(html: string, action: string): ShownFields {
  const form = [...html.matchAll(/<form[^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].find(([, to]) => to === action)
  if (form === undefined) throw new Error(`The page has no form to ${action}`)
  const fields: Record<string, string[]> = {}
  for (const [, name = '', value = ''] of (form[2] ?? '').matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  )) {
    fields[name] = [...(fields[name] ?? []), value]
  }
  return fields
}
