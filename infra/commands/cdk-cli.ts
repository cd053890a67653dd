import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Cdk } from './ports.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = fileURLToPath(new URL('../../node_modules/aws-cdk/bin/cdk', import.meta.url))

/** The CDK CLI of this repository, on this Node, talking to the operator's terminal. */
export function cdkCli(extraWords: readonly string[]): Cdk {
  const run = (...words: string[]) =>
    new Promise<boolean>((resolve, reject) => {
      const child = spawn(process.execPath, [cli, ...words, ...extraWords], { cwd: root, stdio: 'inherit' })
      child.on('error', reject)
      child.on('close', (code) => resolve(code === 0))
    })
  return {
    deploy: () => run('deploy'),
    destroy: () => run('destroy', '--force'),
  }
}
