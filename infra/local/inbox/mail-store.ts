import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayMs, type Instant } from '../../../functions/domain/instant.ts'
import type { RawMail } from '../ses-protocol.ts'
import { type MailRecord, openMailIndex } from './mail-index.ts'
import { readHeadLine } from './read-mail.ts'

/** The mails of a data folder: one `.eml` file each, and an index. */
export interface MailStore {
  keep(mail: RawMail, now: Instant): Promise<MailRecord>
  /** Newest first; `to` finds a part of the address. */
  list(filter?: { to?: string | undefined }): readonly MailRecord[]
  find(id: string): MailRecord | undefined
  raw(id: string): Promise<Buffer>
  countSince(moment: Instant): number
  /** The feedback function has heard of this mail. */
  markTold(id: string): Promise<void>
  /** Mails of an earlier run that the feedback function has not heard of. */
  untold(): readonly MailRecord[]
}

/** Opens the store of a folder that exists. */
export async function openMailStore(folder: string): Promise<MailStore> {
  const index = await openMailIndex(join(folder, 'index.jsonl'))
  const { records, told } = index

  return {
    async keep(mail, now) {
      const record: MailRecord = { id: makeId(now), sentAt: now, ...(await readHeadLine(mail)), tags: mail.tags }
      // The file first: a crash in between leaves a file that no list shows, and a sender without an answer.
      await writeFile(join(folder, `${record.id}.eml`), mail.raw)
      await index.add(record)
      return record
    },
    list({ to } = {}) {
      const part = to?.trim().toLowerCase() ?? ''
      return records.filter((record) => record.to.toLowerCase().includes(part)).reverse()
    },
    find: (id) => records.find((record) => record.id === id),
    raw: (id) => readFile(join(folder, `${id}.eml`)),
    countSince: (moment) => records.length - 1 - records.findLastIndex((record) => record.sentAt < moment),
    markTold: index.tell,
    untold: () => records.filter((record) => !told.has(record.id)),
  }
}

/** How many mails SES would count against the daily quota. */
export function sentLast24Hours(store: MailStore, now: Instant): number {
  return store.countSince(now - dayMs)
}

function makeId(now: Instant): string {
  const time = new Date(now).toISOString().replace(/[-:.]/g, '')
  return `${time}-${randomBytes(4).toString('hex')}`
}
