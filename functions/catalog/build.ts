/** `npm run content`: checks and compiles the content, or says everything that is wrong with it. */
import { join } from 'node:path'
import { buildCatalog } from './build-catalog.ts'
import { formatProblem } from './problems.ts'
import { formatReport } from './report.ts'

const root = join(import.meta.dirname, '../..')
const folders = {
  contentFolder: join(root, 'content'),
  siteAssetsFolder: join(root, 'functions/site/assets'),
  outFolder: join(root, 'build/catalog'),
}
const result = await buildCatalog(folders, { anyway: true })
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
