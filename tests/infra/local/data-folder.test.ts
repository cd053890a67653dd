import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDataFolder } from '../../../infra/local/data-folder.ts'
import { keepKeys } from '../../../infra/local/keys.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkback-data-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the data folder', () => {
  it('is made when it is not there', async () => {
    const opened = await openDataFolder(join(folder, 'a/b'), { fresh: false })
    expect(await readdir(opened.path)).toEqual(expect.arrayContaining(['mails', 'running']))
  })

  it('keeps what is in it from run to run', async () => {
    await writeFile(join(folder, 'clock.json'), 'kept')
    const opened = await openDataFolder(folder, { fresh: false })
    expect(await readFile(opened.clock, 'utf8')).toBe('kept')
  })

  it('starts anew with --fresh, and nothing that it did not make is deleted', async () => {
    for (const name of ['table', 'mails', 'photos']) await mkdir(join(folder, name))
    for (const name of ['clock.json', 'keys.json', 'mails/1.eml', 'photos/1.jpg'])
      await writeFile(join(folder, name), '')

    await (await openDataFolder(folder, { fresh: true })).release()

    expect((await readdir(folder, { recursive: true })).sort()).toEqual(['mails', 'photos', 'photos/1.jpg'])
  })

  it('refuses a second process, and --fresh deletes nothing under a running one', async () => {
    // The parent of the test worker: certainly alive, and not this process.
    await writeFile(join(folder, 'running'), String(process.ppid))
    await writeFile(join(folder, 'keys.json'), 'kept')
    await expect(openDataFolder(folder, { fresh: true })).rejects.toMatchObject({
      name: 'LocalProblem',
      message: expect.stringMatching(new RegExp(`^Process ${process.ppid} runs on the data.*--data`)),
    })
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).toBe('kept')
  })

  it('opens after a crash, whose process is gone', async () => {
    await writeFile(join(folder, 'running'), '999999999')
    const opened = await openDataFolder(folder, { fresh: false })
    await opened.release()
    expect(await readdir(folder)).not.toContain('running')
  })

  it('that is a file is refused by name', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(openDataFolder(join(folder, 'file'), { fresh: false })).rejects.toMatchObject({ name: 'LocalProblem' })
  })
})

describe('the keys', () => {
  it('are made once, readable by their owner alone, and stay', async () => {
    const file = join(folder, 'keys.json')
    const made = await keepKeys(file)
    expect(await keepKeys(file)).toEqual(made)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(Buffer.from(made.addressKey, 'base64url')).toHaveLength(32)
    expect(made.linkKeys).toMatch(/^k1:[\w-]{43}$/)
  })

  it.each(['{"linkKeys":', '{}'])('that cannot be read stop the run, or old links would break: %j', async (text) => {
    const file = join(folder, 'keys.json')
    await writeFile(file, text)
    await expect(keepKeys(file)).rejects.toMatchObject({
      name: 'LocalProblem',
      message: expect.stringContaining('--fresh'),
    })
  })
})
