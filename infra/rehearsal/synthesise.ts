/** The app as `npm run synth` makes it from these settings, bundles included. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { App } from 'aws-cdk-lib'
import cdkJson from '../../cdk.json' with { type: 'json' }
import { createApp } from '../create-app.ts'
import type { Settings } from '../settings.ts'
import type { Template } from './template.ts'

export interface Synthesised {
  readonly template: Template
  readonly stackName: string
  readonly region: string
  /** SES identities that the stack uses and does not make. */
  readonly identities: readonly string[]
  /** The folder that is zipped and uploaded under this key. */
  assetOf(key: string): string
}

interface AssetManifest {
  readonly files: Readonly<Record<string, { readonly source: { readonly path: string } }>>
}

export function synthesise(settings: Settings, folder: string): Synthesised {
  const app = new App({ outdir: folder, context: cdkJson.context })
  const { stackName, region, templateFile, artifactId } = createApp(app, { settings })
  app.synth()
  const read = <Content>(file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Content
  const { files } = read<AssetManifest>(`${artifactId}.assets.json`)
  return {
    template: read<Template>(templateFile),
    stackName,
    region,
    identities: settings.identity.kind === 'existing' ? [settings.identity.name] : [],
    assetOf(key) {
      const asset = files[basename(key, '.zip')]
      if (asset === undefined) throw new TypeError(`No asset is uploaded under ${key}.`)
      return join(folder, asset.source.path)
    },
  }
}
