import { fileURLToPath } from 'node:url'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { bundleFunction } from './bundle-function.ts'
import type { FunctionName } from './bundling.ts'

const sources = fileURLToPath(new URL('../functions', import.meta.url))

/** Answers: this function's code, bundled while the stack is synthesised. The same source gives the same asset. */
export function functionCode(name: FunctionName): Code {
  return Code.fromAsset(sources, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Asked for by the type; nothing here is bundled in a container.
      image: DockerImage.fromRegistry('not-used'),
      // CDK bundles once for equal options, and these are equal but for the name.
      environment: { FUNCTION: name },
      local: {
        tryBundle(folder) {
          bundleFunction(name, folder)
          return true
        },
      },
    },
  })
}
