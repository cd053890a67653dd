/** Any part of an export as lists that can be read aloud: nothing is left out, whatever is added to it. */
import type { Child } from 'hono/jsx'
import type { DateWords } from '../../words/when.ts'
import { fieldNames } from './names.ts'

interface ReadableProps {
  readonly value: unknown
  readonly dates: DateWords
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

export function Readable({ value, dates }: ReadableProps): Child {
  if (Array.isArray(value)) return <List values={value} dates={dates} />
  if (isRecord(value) && Object.keys(value).length > 0) {
    return (
      <dl class="kept-fields">
        {Object.entries(value).map(([field, item]) => (
          <>
            <dt>{fieldNames[field] ?? field}</dt>
            <dd>
              <Readable value={item} dates={dates} />
            </dd>
          </>
        ))}
      </dl>
    )
  }
  if (typeof value === 'string' && instant.test(value)) {
    return <time datetime={value}>{dates.dayAndTime(Date.parse(value))}</time>
  }
  const isNothing = value === null || value === undefined || value === '' || isRecord(value)
  return isNothing ? 'none' : String(value)
}

function List({ values, dates }: { values: readonly unknown[]; dates: DateWords }) {
  if (values.length === 0) return <p>none</p>
  if (!values.some(isRecord)) return <p>{values.map(String).join(', ')}</p>
  return (
    <ul class="kept-list">
      {values.map((value) => (
        <li>{isRecord(value) ? <Row row={value} dates={dates} /> : String(value)}</li>
      ))}
    </ul>
  )
}

/** A step is named first, the rest of its row follows; a row without more stays one line. */
function Row({ row, dates }: { row: Readonly<Record<string, unknown>>; dates: DateWords }) {
  if (typeof row['step'] !== 'string') return <Readable value={row} dates={dates} />
  const { step, title, ...rest } = row
  return (
    <>
      <span class="number">{step}</span> {typeof title === 'string' ? title : null}
      {Object.keys(rest).length > 0 ? <Readable value={rest} dates={dates} /> : null}
    </>
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
