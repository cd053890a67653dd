/** A posted form as plain text fields: the only way in for what people send. */
import type { Context } from 'hono'
import { Failure } from '../../domain/errors.ts'

/** Fields that came once are a text, fields that came more often a list. Files are dropped: no form here asks for one. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** Throws `form-invalid` for a body that is no form. */
export async function readForm(c: Context): Promise<Fields> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type === undefined || !formTypes.includes(type)) throw unreadable()
  try {
    return textsOf(await c.req.parseBody({ all: true }))
  } catch {
    throw unreadable()
  }
}

/**
 * The beginning of a form, for a page that shows again what was typed even where it is far too long: its fields in their
 * order, as far as they fit; of the last one, what has come of it.
 */
export async function readStartOfForm(c: Context, mostBytes: number): Promise<{ fields: Fields; isWhole: boolean }> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== formTypes[0]) throw unreadable()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of c.req.raw.body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length > mostBytes) break
  }
  const start = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, mostBytes))
  const isWhole = length <= mostBytes
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(isWhole ? start : start.replace(/%[0-9A-F]?$/i, ''))) {
    // Of a character that was cut in two, nothing is shown.
    fields[name] ??= isWhole ? value : value.replace(/\uFFFD+$/, '')
  }
  return { fields, isWhole }
}

/** Answers: what was sent under this name, as one text? Empty when nothing was. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Answers: everything that was sent under this name. */
export function listOf(fields: Fields, name: string): readonly string[] {
  const value = fields[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

function textsOf(body: Record<string, unknown>): Fields {
  const fields: Record<string, string | readonly string[]> = Object.create(null)
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') fields[name] = value
    if (Array.isArray(value)) fields[name] = value.filter((part): part is string => typeof part === 'string')
  }
  return fields
}

function unreadable(): Failure {
  return new Failure(
    'form-invalid',
    'What arrived was not a form that this page can read.',
    'Go back to the page and press its button again.',
  )
}
