import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayMs } from '../../../../functions/domain/instant.ts'
import { openMailStore, sentLast24Hours } from '../../../../infra/local/inbox/mail-store.ts'
import { rawMail } from './raw-mail.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-mails-'))
})
afterEach(() => rm(folder, { recursive: true }))

const now = Date.UTC(2026, 10, 23, 7, 12)

describe('the mails of a data folder', () => {
  it('are kept as the bytes that were sent, one file each, named by time', async () => {
    const store = await openMailStore(folder)
    const mail = rawMail()
    const { id } = await store.keep(mail, now)
    expect(await store.raw(id)).toEqual(mail.raw)
    expect(await readdir(folder)).toContain(`${id}.eml`)
    expect(id).toMatch(/^20261123T071200000Z-[0-9a-f]{8}$/)
  })

  it('of an earlier run are there again, but for a line that a crash tore', async () => {
    const { id } = await (await openMailStore(folder)).keep(rawMail(), now)
    await appendFile(join(folder, 'index.jsonl'), '\n{"id":"20261')
    expect((await openMailStore(folder)).list().map((record) => record.id)).toEqual([id])
  })

  it('after a torn line are kept on a line of their own', async () => {
    await appendFile(join(folder, 'index.jsonl'), '\n{"id":"20261')
    const { id } = await (await openMailStore(folder)).keep(rawMail(), now)
    expect((await openMailStore(folder)).list().map((record) => record.id)).toEqual([id])
  })

  it('whose event was not handled are known after a restart', async () => {
    const store = await openMailStore(folder)
    const told = await store.keep(rawMail(), now)
    const untold = await store.keep(rawMail(), now)
    await store.markTold(told.id)
    expect((await openMailStore(folder)).untold().map((record) => record.id)).toEqual([untold.id])
  })

  it('count against the quota for 24 hours', async () => {
    const store = await openMailStore(folder)
    for (const at of [now - dayMs - 1, now - dayMs, now]) await store.keep(rawMail(), at)
    expect(sentLast24Hours(store, now)).toBe(2)
  })
})
