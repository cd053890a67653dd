/** What a function meets in the cloud, on loopback: its table, SES, a compiled course, its environment, its log. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { type EmbeddedTable, startEmbeddedTable } from './embedded-table.ts'
import { environmentFactory } from './function-environment.ts'
import { type SesEndpoint, startSesEndpoint } from './ses-endpoint.ts'
import { writeTinyCatalog } from './tiny-catalog.ts'

export interface LambdaWorld {
  readonly table: EmbeddedTable
  readonly ses: SesEndpoint
  /** What the functions wrote to their log, parsed. */
  readonly lines: readonly Readonly<Record<string, unknown>>[]
  close(): Promise<void>
}

/** Starts it and sets the environment; import the function after that. `now` is what its clock says. */
export async function startLambdaWorld(now: number): Promise<LambdaWorld> {
  const table = await startEmbeddedTable()
  const ses = await startSesEndpoint()
  const folder = mkdtempSync(join(tmpdir(), 'talkback-course-'))
  writeTinyCatalog(folder)
  stubEnvironment({ TABLE_NAME: table.tableName, CATALOG_FOLDER: folder })
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', table.endpoint)
  vi.stubEnv('AWS_ENDPOINT_URL_SES', ses.url)
  const lines: Record<string, unknown>[] = []
  const output = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(JSON.parse(String(line)) as Record<string, unknown>)
    return true
  })
  // Only what the clock reads: sockets go on at their own speed.
  vi.useFakeTimers({ toFake: ['Date'], now })
  vi.resetModules()
  return {
    table,
    ses,
    lines,
    async close() {
      vi.useRealTimers()
      vi.unstubAllEnvs()
      output.mockRestore()
      rmSync(folder, { recursive: true })
      await Promise.all([table.close(), ses.close()])
    },
  }
}

/** The environment of a function, with credentials that open nothing. */
export function stubEnvironment(overrides: Readonly<Record<string, string | undefined>> = {}): void {
  const credentials = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }
  const files = { AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' }
  for (const [name, value] of Object.entries({ ...environmentFactory(), ...credentials, ...files, ...overrides })) {
    vi.stubEnv(name, value)
  }
}
