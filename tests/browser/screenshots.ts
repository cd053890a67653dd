/**
 * `npm run screenshots -- [--folder <folder>] [--only my-path,finish]`: a picture of every page in every state, at each
 * width, in both themes, and one page that shows them all.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openBrowser } from '../support/browser.ts'
import { startRehearsal } from './rehearsal.ts'
import { type Part, parts, tour } from './tour.ts'

const widths = [360, 768, 1280]
const themes = ['light', 'dark'] as const

const { values } = parseArgs({
  options: { folder: { type: 'string', default: 'build/screenshots' }, only: { type: 'string' } },
})
const wanted = partsIn(values.only)
const folder = resolve(values.folder)

const taken: string[] = []
const [browser, rehearsal] = await Promise.all([openBrowser(), startRehearsal()])
try {
  await mkdir(folder, { recursive: true })
  await tour(
    rehearsal,
    browser,
    async (page, { name }) => {
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme })
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          const file = `${name} ${width} ${theme}.png`.replaceAll(/[ ,?]+/g, '-')
          await page.screenshot({ path: join(folder, file), fullPage: true })
          taken.push(file)
        }
      }
      await page.emulateMedia({ colorScheme: 'light' })
      console.log(name)
    },
    wanted,
  )
  await writeFile(join(folder, 'index.html'), contactSheet(taken))
  console.log(`\n${taken.length} pictures: ${join(folder, 'index.html')}`)
} finally {
  await browser.close()
  await rehearsal.stop()
}

function partsIn(only: string | undefined): readonly Part[] {
  if (only === undefined) return parts
  const names = only.split(',')
  const unheardOf = names.filter((name) => !parts.some((part) => part === name))
  if (unheardOf.length === 0) return parts.filter((part) => names.includes(part))
  console.error(`--only takes ${parts.join(', ')}; not ${unheardOf.join(', ')}.`)
  process.exit(2)
}

function contactSheet(files: readonly string[]): string {
  const pictures = files
    .toSorted()
    .map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`)
  return `<!doctype html><meta charset="utf-8"><title>Pages</title><style>
    img { block-size: 20rem; object-fit: cover; object-position: top; border: 1px solid; margin: 4px }
  </style>${pictures.join('\n')}\n`
}
