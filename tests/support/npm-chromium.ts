/** The Chromium that comes from npm, for a machine with nothing but Node. Unpacked once per version, beside the packages. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserProgram } from './browser.ts'

const packages = join(import.meta.dirname, '../../node_modules')
const ownPackage = join(packages, '@sparticuz/chromium')
const fontSettings = 'fonts.conf'

export async function npmChromium(): Promise<BrowserProgram> {
  const folder = join(packages, '.cache', `talkback-chromium-${version()}`)
  if (!existsSync(folder)) await unpackTo(folder)
  return {
    executablePath: join(folder, 'chromium'),
    // NSS, NSPR and expat, which Chromium links and a bare machine lacks; and a font, without which it aborts.
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, fontSettings) },
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
  await writeFile(join(draft, fontSettings), fontsOf(folder))
  await rename(draft, folder).catch(async (error) => {
    await rm(draft, { recursive: true, force: true })
    // Another test file was quicker.
    if (!existsSync(folder)) throw error
  })
}

/** The machine's own fonts where there are any, and the package's: its own settings look for them in /tmp. */
function fontsOf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`
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
