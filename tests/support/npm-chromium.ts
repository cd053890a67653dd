/** The Chromium that comes from npm, for a machine with nothing but Node. Unpacked once per version, beside the packages. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserProgram } from './browser.ts'

const packages = join(import.meta.dirname, '../../node_modules')
const ownPackage = join(packages, '@sparticuz/chromium')

export async function npmChromium(): Promise<BrowserProgram> {
  const folder = join(packages, '.cache', `talkback-chromium-${version()}`)
  if (!existsSync(folder)) await unpackTo(folder)
  return {
    executablePath: join(folder, 'chromium'),
    // NSS, NSPR and expat, which Chromium links and a bare machine lacks; fonts only where there are none.
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  }
}

/** The package unpacks to the temporary folder, file by file: two test files at once would run half a browser. */
async function unpackTo(folder: string): Promise<void> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const draft = `${folder}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  await mkdir(draft, { recursive: true })
  await withTemporaryFolder(draft, async () => {
    await chromium.executablePath()
    await inflate(join(ownPackage, 'bin/al2023.tar.br'))
  })
  await rename(draft, folder).catch(async (error) => {
    await rm(draft, { recursive: true, force: true })
    // Another test file was quicker.
    if (!existsSync(folder)) throw error
  })
}

async function withTemporaryFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

function version(): string {
  const { version } = JSON.parse(readFileSync(join(ownPackage, 'package.json'), 'utf8')) as { version: string }
  return version
}
