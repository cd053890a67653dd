import { appendFile, readFile } from 'node:fs/promises'
import type { Instant } from '../../../functions/domain/instant.ts'

/** What the list shows of a mail. */
export interface MailRecord {
  /** Also its file name and the MessageId that SES answered. */
  readonly id: string
  readonly sentAt: Instant
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly tags: Readonly<Record<string, string>>
}

/** A file to which lines are only ever added: mails kept, and mails whose event was handled. */
export interface MailIndex {
  /** Oldest first. */
  readonly records: readonly MailRecord[]
  readonly told: ReadonlySet<string>
  add(record: MailRecord): Promise<void>
  tell(id: string): Promise<void>
}

/** Reads the index of an earlier run, if there is one. */
export async function openMailIndex(file: string): Promise<MailIndex> {
  const records: MailRecord[] = []
  const told = new Set<string>()
  for (const line of (await readIfThere(file)).split('\n')) {
    const entry = readLine(line)
    if (entry === undefined) continue
    if ('told' in entry) told.add(entry.told)
    else records.push(entry)
  }
  // The line break comes first: what follows a line that a crash tore stands on a line of its own.
  const addLine = (entry: object) => appendFile(file, `\n${JSON.stringify(entry)}`)
  return {
    records,
    told,
    async add(record) {
      await addLine(record)
      records.push(record)
    },
    async tell(id) {
      await addLine({ told: id })
      told.add(id)
    },
  }
}

function readIfThere(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}

/** Undefined for a torn line: its sender got no answer, so nobody counts on it. */
function readLine(line: string): MailRecord | { told: string } | undefined {
  try {
    return JSON.parse(line) as MailRecord | { told: string }
  } catch {
    return undefined
  }
}
