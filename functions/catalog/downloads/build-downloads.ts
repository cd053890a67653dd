/** `downloads/*.yaml` → sheets, `downloads/*.md` → forms and materials to print. */
import type { Made, Maker } from '../made-files.ts'
import type { Files } from '../source.ts'

export const sheetMaker: Maker = {
  name: 'sheets',
  sources: /\/downloads\/[^/]+\.yaml$/,
  endings: ['.xlsx'],
  codeFolder: import.meta.dirname,
  // Loaded only when there is something to build: unchanged downloads need none of the libraries.
  make: async (content: Files, source: string): Promise<Made> =>
    (await import('./sheet.ts')).buildSheet(content, source),
}

export const formMaker: Maker = {
  name: 'forms',
  sources: /\/downloads\/[^/]+\.md$/,
  endings: ['.pdf'],
  codeFolder: import.meta.dirname,
  make: async (content: Files, source: string): Promise<Made> => (await import('./form.ts')).buildForm(content, source),
}
