/** Files that pages and mails link to, each under a name that changes with its content. */
import { createHash } from 'node:crypto'
import { type PictureSize, pictureSize } from './picture-size.ts'
import type { Problem } from './problems.ts'
import type { Source } from './source.ts'

interface CompiledAsset {
  /** Such as `style.4f9a2b1c.css`: may be cached for ever. */
  readonly file: string
  readonly contentType: string
  readonly body: Uint8Array
  /** Of a picture that gives it. */
  readonly size?: PictureSize | undefined
}

/** By source name: `style.css`, `figures/….svg`, `downloads/….csv`. */
export type Assets = ReadonlyMap<string, CompiledAsset>

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  mid: 'audio/midi',
  mp3: 'audio/mpeg',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  wav: 'audio/wav',
  webmanifest: 'application/manifest+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

/** Answers: all assets of the site and of the path in this folder. */
export function collectAssets(source: Source, folder: string | undefined): { assets: Assets; problems: Problem[] } {
  const assets = new Map<string, CompiledAsset>()
  const problems: Problem[] = []
  for (const [name, body] of source.siteAssets)
    assets.set(name, compileAsset(name, body, contentTypeOf(name) ?? 'application/octet-stream'))
  for (const [path, body] of source.content) {
    const name = path.slice((folder ?? '').length + 1)
    if (!folder || !path.startsWith(`${folder}/`) || !/^(figures|downloads|audio|certificates)\//.test(name)) continue
    // What a drawing or a sheet is made from is not served.
    if (name.endsWith('.yaml')) continue
    const contentType = contentTypeOf(name)
    if (contentType) assets.set(name, compileAsset(name, body, contentType))
    else {
      const what = 'The file is of a type that the site does not serve.'
      problems.push({
        file: path,
        field: 'file type',
        what,
        remedy: `Use one of ${Object.keys(contentTypes).join(', ')}.`,
      })
    }
  }
  return { assets, problems }
}

function compileAsset(name: string, body: Uint8Array, contentType: string): CompiledAsset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 8)
  const base = (name.split('/').at(-1) ?? name).replace(/[^A-Za-z0-9._-]+/g, '-')
  const dot = base.lastIndexOf('.')
  return { file: `${base.slice(0, dot)}.${hash}${base.slice(dot)}`, contentType, body, size: pictureSize(name, body) }
}

function contentTypeOf(name: string): string | undefined {
  return contentTypes[name.split('.').at(-1)?.toLowerCase().replace('jpeg', 'jpg') ?? '']
}
