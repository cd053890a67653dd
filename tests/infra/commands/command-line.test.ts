/** The commands as an operator starts them, where there is nothing to work with. */
import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { exampleSettingsFile } from '../../../infra/settings.ts'
import { exampleSettings } from '../synthesised.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'talkback-commands-'))

interface Ended {
  readonly code: number
  readonly text: string
}

function run(command: string, environment: Readonly<Record<string, string>>): Promise<Ended> {
  const nobody = { PATH: process.env['PATH'] ?? '', HOME: folder, AWS_EC2_METADATA_DISABLED: 'true' }
  const words = ['--import', 'tsx', `infra/commands/${command}.ts`]
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      words,
      { cwd: root, env: { ...nobody, ...environment } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), text: `${out}${err}`.trim() }),
    )
    child.stdin?.end()
  })
}

function settingsWith(changes: object): string {
  const file = join(folder, `${Object.keys(changes).join('-')}-settings.json`)
  writeFileSync(file, JSON.stringify({ ...exampleSettings, ...changes }))
  return file
}

const lines = ({ text }: Ended) => text.split('\n')

describe('on the command line', () => {
  it.each(['deploy', 'destroy', 'rotate-keys'])(
    '%s without credentials says how to sign in, in one line',
    async (name) => {
      const ended = await run(name, { TALKBACK_SETTINGS: settingsWith({ learners: 100 }) })

      expect(ended.code).toBe(1)
      expect(lines(ended)).toEqual([expect.stringMatching(/no valid AWS credentials in this shell\. Sign in/)])
    },
  )

  it.each([
    ['a Region without SES', { region: 'cn-north-1' }, /region: "cn-north-1" has no SES\. Choose one of/],
    [
      'a free-mail sender',
      { senderAddress: 'ada@gmail.com' },
      /senderAddress: gmail\.com belongs to a mail provider\. .*domain of your own/,
    ],
    ['a rate that no course can live on', { mailsPerSecond: 0 }, /mailsPerSecond: must be above 0/],
  ])('deploy with %s names the field and the remedy, and asks nobody', async (_what, changes, says) => {
    const ended = await run('deploy', { TALKBACK_SETTINGS: settingsWith(changes) })

    expect(ended.code).toBe(1)
    expect(lines(ended)).toEqual([expect.stringMatching(/cannot be deployed:$/), expect.stringMatching(says)])
  })

  it('deploy with nobody’s settings asks for some', async () => {
    const ended = await run('deploy', { TALKBACK_SETTINGS: exampleSettingsFile })

    expect(ended.code).toBe(1)
    expect(lines(ended)).toEqual([expect.stringMatching(/no settings yet\. "npm run setup"/)])
  })

  it('setup with nobody to answer names the file to copy', async () => {
    const ended = await run('setup', {})

    expect(ended.code).toBe(1)
    expect(lines(ended)).toEqual([
      expect.stringMatching(/Copy infra\/settings\.example\.json to infra\/settings\.json/),
    ])
  })
})
