import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCatalog } from '../../functions/runtime/compiled-catalog.ts'
import { compiledMail } from '../support/compiled-mail.ts'
import { writeTinyCatalog } from '../support/tiny-catalog.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkback-catalog-'))
  writeTinyCatalog(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the compiled course', () => {
  it('gives the path, its mails and its pages', () => {
    const catalog = openCatalog(folder)

    expect(catalog.path.steps.map((step) => step.id)).toEqual(['E01', 'E02', 'FIN'])
    expect(catalog.mail('E01')).toEqual(compiledMail('E01'))
    expect(catalog.mail('confirm')).toEqual(compiledMail('confirm'))
    expect(catalog.page('E01')?.id).toBe('E01')
  })

  it('has no page of the finish, nor of a step it does not hold', () => {
    const catalog = openCatalog(folder)

    expect([catalog.page('FIN'), catalog.page('X99'), catalog.page('../path')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('gives files by name and by address, and none that it does not list', () => {
    const catalog = openCatalog(folder)

    const style = catalog.asset('style.css')
    expect(style).toMatchObject({ url: '/assets/style.1a2b.css', contentType: 'text/css' })
    expect(new TextDecoder().decode(style?.body)).toBe('body {}')
    expect(catalog.assetAt('style.1a2b.css')).toBe(style)
    expect([catalog.asset('none.css'), catalog.assetAt('../path.json')]).toEqual([undefined, undefined])
  })

  it('reads facts and glossary only when a page asks for them, and once', () => {
    writeFileSync(join(folder, 'facts.json'), '[{"id":"F07"}]')
    const catalog = openCatalog(folder)
    rmSync(join(folder, 'glossary.json'))
    expect(catalog.placement()).toBeNull()
    rmSync(join(folder, 'placement.json'))
    expect(catalog.placement()).toBeNull()

    const facts = catalog.facts()
    expect(facts.map(({ id }) => id)).toEqual(['F07'])
    writeFileSync(join(folder, 'facts.json'), '[]')
    expect(catalog.facts()).toBe(facts)
    expect(() => catalog.glossary()).toThrow('no readable glossary.json')
  })

  it('is read when it is used, and once', () => {
    const catalog = openCatalog(folder)
    const first = catalog.mail('E01')
    writeFileSync(join(folder, 'mails/E01.json'), 'no longer JSON')

    expect(catalog.mail('E01')).toBe(first)
  })

  it.each(['path.json', 'assets.json'])('without its %s says at once what to do', (file) => {
    rmSync(join(folder, file))

    expect(() => openCatalog(folder)).toThrow(`has no readable ${file} in ${folder}. Run "npm run content".`)
  })

  it('that was never compiled says at once what to do', () => {
    const nowhere = join(folder, 'nowhere')

    expect(() => openCatalog(nowhere)).toThrow('Run "npm run content".')
  })

  it('that is cut off says which file', () => {
    const catalog = openCatalog(folder)
    writeFileSync(join(folder, 'mails/E02.json'), '{"subject":')

    expect(() => catalog.mail('E02')).toThrow('no readable mails/E02.json')
  })
})
