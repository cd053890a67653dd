/**
 * `npm run content`: checks and compiles the content, or says everything that is wrong with it. With `--allow-overdue`
 * a passed review date is only warned of: the tests of a commit must not begin to fail one day.
 */
import { join } from 'node:path'
import { clock } from '../runtime/clock.ts'
import { buildCatalog } from './build-catalog.ts'
import { formatProblem } from './problems.ts'
import { formatReport } from './report.ts'

const root = join(import.meta.dirname, '../..')
const folders = {
  contentFolder: join(root, 'content'),
  siteAssetsFolder: join(root, 'functions/site/assets'),
  outFolder: join(root, 'build/catalog'),
}
const today = new Date(clock()).toISOString().slice(0, 10)
const overdue = process.argv.includes('--allow-overdue') ? 'warn' : 'refuse'
const result = await buildCatalog(folders, { today, overdue, anyway: true })
switch (result.kind) {
  case 'refused':
    console.error(result.problems.map(formatProblem).join('\n'))
    console.error(`\n${result.problems.length} problems; nothing was written.`)
    process.exitCode = 1
    break
  case 'built':
    console.log(formatReport(result.report))
    break
  case 'unchanged':
    break
  default:
    result satisfies never
}
