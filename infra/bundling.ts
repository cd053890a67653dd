/** How each function is bundled: the same for `npm run build` and for the deployment. */
import { fileURLToPath } from 'node:url'
import type { BuildOptions } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

export const functionNames = ['web', 'deliver', 'feedback'] as const
export type FunctionName = (typeof functionNames)[number]

/** What a bundle may weigh, minified, without the course's text and figures. */
export const bundleBudgetsKb: Readonly<Partial<Record<FunctionName, number>>> = { web: 620, deliver: 460 }

/** Answers: esbuild's settings for this function, written to `<folder>/index.js` and what it loads on use beside it. */
export function bundling(name: FunctionName, folder: string): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: {
      index: `functions/${name}.lambda.ts`,
      // Every start would pay for it in the bundle.
      ...(name === 'feedback' ? {} : { 'queue-client': 'functions/aws/queue-client.ts' }),
    },
    outdir: folder,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    // On Node 24 a CommonJS bundle imports about a third faster than an ES module.
    format: 'cjs',
    // The SDK's CommonJS builds cannot be shaken: without this its bundles are half as large again.
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': './functions/aws/function-credentials.ts' },
    external: ['./queue-client.js'],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  }
}
