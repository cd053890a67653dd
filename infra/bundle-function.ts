/** One function's folder as Lambda runs it: the bundle, what it needs beside it, the compiled course. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { bundling, type FunctionName } from './bundling.ts'

const compiledCourse = fileURLToPath(new URL('../build/catalog', import.meta.url))
/** Under Lambda's own folder for code. */
export const catalogFolder = '/var/task/catalog'

/** Writes the function's folder. Throws when the course is not compiled yet. */
export function bundleFunction(name: FunctionName, folder: string): void {
  if (!existsSync(join(compiledCourse, 'path.json'))) {
    throw new Error('The course is not compiled, so there is nothing to send. Run "npm run content" first.')
  }
  mkdirSync(folder, { recursive: true })
  buildSync(bundling(name, folder))
  // The root's package.json says "module"; the bundle is not one.
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n')
  cpSync(compiledCourse, join(folder, 'catalog'), { recursive: true })
}
