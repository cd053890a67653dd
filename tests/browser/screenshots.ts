/** `npx tsx tests/browser/screenshots.ts <folder>`: a picture of every page, at each width, in both themes. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openBrowser } from '../support/browser.ts'
import { startRehearsal } from './rehearsal.ts'
import { tour } from './tour.ts'

const widths = [360, 768, 1280]
const themes = ['light', 'dark'] as const

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Name the folder for the pictures: npx tsx tests/browser/screenshots.ts <folder>')
  process.exit(1)
}

const [browser, rehearsal] = await Promise.all([openBrowser(), startRehearsal()])
try {
  await mkdir(folder, { recursive: true })
  await tour(rehearsal, browser, async (page, { name }) => {
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        const file = `${name} ${width} ${theme}.png`.replaceAll(/[ ,?]+/g, '-')
        await page.screenshot({ path: join(folder, file), fullPage: true })
      }
    }
    console.log(name)
  })
} finally {
  await browser.close()
  await rehearsal.stop()
}
