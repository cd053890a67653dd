/** A posted JSON object as the text fields of a form, so that one set of rules holds for both. */
import type { Context } from 'hono'
import { Failure } from '../../domain/errors.ts'
import type { Fields } from '../forms/read-form.ts'

/** Throws `form-invalid` for a body that is no JSON object, or does not say that it is one. */
export async function readJson(c: Context): Promise<Fields> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw unreadable()
  const body: unknown = await c.req.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw unreadable()
  const fields: Record<string, string | readonly string[]> = Object.create(null)
  for (const [name, value] of Object.entries(body)) {
    if (Array.isArray(value)) fields[name] = value.flatMap((each) => asText(each) ?? [])
    else fields[name] = asText(value) ?? ''
  }
  return fields
}

/** Days may come as numbers. */
function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : undefined
}

function unreadable(): Failure {
  return new Failure(
    'form-invalid',
    'What arrived was not a JSON object.',
    'Send one with `content-type: application/json`; the fields stand on the page /embed.',
  )
}
