import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSiteAssets } from '../../functions/catalog/site-assets.ts'
import { assetFolder } from '../support/site-catalog.ts'

const styleFolder = join(assetFolder, '../style')

test('the pages load one style sheet that holds every part and asks for nothing more', async () => {
  const files = await readSiteAssets(assetFolder)
  const style = Buffer.from(files.get('style.css') ?? '').toString()

  expect([...files.keys()]).toEqual(readdirSync(assetFolder).sort())
  expect(style).not.toMatch(/@import|url\(/)
  for (const rule of ['.skip:focus', '.tape-edge', '.drill', '.arrangement', '@media print', '@page'])
    expect(style).toContain(rule)
})

test('every part of the style sheet is named in it', () => {
  const named = readFileSync(join(assetFolder, 'style.css'), 'utf8').matchAll(/"\.\.\/style\/(.+)"/g)

  expect([...named].map(([, part]) => part).sort()).toEqual(readdirSync(styleFolder).sort())
})
