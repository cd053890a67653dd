import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { writeAtomically } from './atomic-file.ts'
import { LocalProblem } from './problem.ts'

export interface LocalKeys {
  /** `id:base64url`, as LINK_KEYS. */
  readonly linkKeys: string
  /** base64url, 32 bytes, as ADDRESS_KEY. */
  readonly addressKey: string
}

/** The keys of this data folder, made at its first start and kept: links in old mails go on working. */
export async function keepKeys(file: string): Promise<LocalKeys> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text !== undefined) return readKeys(file, text)
  const keys: LocalKeys = { linkKeys: `k1:${makeKey()}`, addressKey: makeKey() }
  await writeAtomically(file, `${JSON.stringify(keys, null, 2)}\n`, 0o600)
  return keys
}

function makeKey(): string {
  return randomBytes(32).toString('base64url')
}

function readKeys(file: string, text: string): LocalKeys {
  try {
    const { linkKeys, addressKey } = JSON.parse(text) as Partial<LocalKeys>
    if (linkKeys && addressKey) return { linkKeys, addressKey }
  } catch {}
  throw new LocalProblem(
    `${file} holds no keys: without them no link in the mails here can be read. Restore that file, or use --fresh.`,
  )
}
