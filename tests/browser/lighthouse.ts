/**
 * `npm run lighthouse`: Lighthouse's scores of four pages, as on a phone, each beside what it has to reach. Lighthouse
 * weighs 176 MB with what it needs, so it is no dependency: npm fetches this version when the command is run.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { openBrowser } from '../support/browser.ts'
import { started } from './learner.ts'
import { startRehearsal } from './rehearsal.ts'

const lighthouse = 'lighthouse@13.5.0'
const categories = ['performance', 'accessibility', 'best-practices'] as const
const leastScore = 95
const folder = 'build/lighthouse'

interface Report {
  readonly categories: Readonly<
    Record<string, { score: number | null; auditRefs: readonly { id: string; weight: number }[] }>
  >
  readonly audits: Readonly<Record<string, { title: string; score: number | null; displayValue?: string }>>
}

const port = await freePort()
const [browser, rehearsal] = await Promise.all([openBrowser(port), startRehearsal()])
const below: string[] = []
try {
  await mkdir(folder, { recursive: true })
  const ana = await started(rehearsal, 'ana@example.org', { name: 'Ana' })
  const pages = {
    landing: rehearsal.siteUrl,
    lesson: await ana.link('E01', '/lessons/'),
    'lesson-to-hear': (await ana.link('E01', '/lessons/')).replace(/E01-[a-z-]+/, 'E10'),
    'my-path': await ana.signInLink(),
  }
  for (const [name, url] of Object.entries(pages)) {
    const { categories: found, audits } = await measure(name, url)
    const scores = categories.map((category) => Math.round((found[category]?.score ?? 0) * 100))
    console.log(`${name.padEnd(14)} ${categories.map((category, at) => `${category} ${scores[at]}`).join('  ')}`)
    for (const category of categories) {
      for (const { id, weight } of found[category]?.auditRefs ?? []) {
        const audit = audits[id]
        if (weight > 0 && audit?.score !== null && audit !== undefined && audit.score < 1)
          console.log(`  ${category}: ${audit.title} ${audit.displayValue ?? ''} (${Math.round(audit.score * 100)})`)
      }
    }
    if (scores.some((score) => score < leastScore)) below.push(name)
  }
} finally {
  await browser.close()
  await rehearsal.stop()
}
console.log(below.length === 0 ? `All at least ${leastScore}.` : `Below ${leastScore}: ${below.join(', ')}.`)
process.exit(below.length === 0 ? 0 : 1)

async function measure(name: string, url: string): Promise<Report> {
  const file = join(folder, name)
  const program = spawn(
    'npm',
    [
      ...['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', url, `--port=${port}`, '--quiet'],
      ...['--no-enable-error-reporting', `--only-categories=${categories.join(',')}`],
      ...['--output=json', '--output=html', `--output-path=${file}`],
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const [code] = await once(program, 'exit')
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}`)
  return JSON.parse(await readFile(`${file}.report.json`, 'utf8')) as Report
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('This machine gives no port')
  return address.port
}
