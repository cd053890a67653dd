/** Everything that is measured, bundled with the settings of the deployment. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundling } from '../../infra/bundling.ts'

const compiledCourse = fileURLToPath(new URL('../../build/catalog', import.meta.url))

const entries = {
  function: 'functions/deliver.lambda.ts',
  deliver: 'tests/bench/deliver-child.ts',
  bare: 'tests/bench/bare-child.ts',
  compose: 'tests/bench/compose-child.ts',
  feedback: 'tests/bench/feedback-child.ts',
  pages: 'tests/bench/pages-child.ts',
  clients: 'tests/bench/clients-child.ts',
  peers: 'tests/bench/peer-child.ts',
} as const

export type BundleName = keyof typeof entries

export interface Bundles {
  readonly file: (name: BundleName) => string
  /** The compiled course: a copy, so that nobody compiles another one under a measurement. */
  readonly catalogFolder: string
}

/** Writes all bundles into this folder. */
export async function buildBundles(folder: string): Promise<Bundles> {
  const catalogFolder = join(folder, 'catalog')
  cpSync(compiledCourse, catalogFolder, { recursive: true })
  const file = (name: string) => join(folder, `${name}.js`)
  await build({ ...bundling('deliver', folder), entryPoints: entries })
  return { file, catalogFolder }
}
