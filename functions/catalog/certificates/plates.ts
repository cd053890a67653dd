/**
 * The pictures that networks show beside a link to a certificate: one for each stage and one for the path, without a
 * name. A person's own image is drawn when it is asked for, as SVG: a renderer for PNG is too heavy for a function.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cardSvg } from '../../site/certificates/card.ts'
import { cardOf, plateName } from '../../site/certificates/card-of.ts'
import { everyCertified } from '../../site/certificates/certified.ts'
import { compilePlan } from '../compile-plan.ts'
import type { Made, Maker } from '../made-files.ts'
import { findPathFolder, readPath } from '../path-file.ts'
import type { Files } from '../source.ts'

export const plateMaker: Maker = {
  name: 'certificates',
  sources: /\.svg$/,
  endings: ['.png'],
  codeFolder: import.meta.dirname,
  make: makePlate,
}

/** Answers: what the plates are made from, by path: drawn anew each time, so that a new title makes a new plate. */
export function drawPlates(content: Files): Files {
  const { folder, problems } = findPathFolder(content)
  const path = folder === undefined || problems.length > 0 ? undefined : readPath(content, folder).path
  // What is wrong with the path is told by the compiler.
  if (path === undefined) return new Map()
  const compiled = compilePlan(path, new Map())
  return new Map(
    everyCertified(compiled).map((what) => [
      `${folder}/${plateName(what.of).replace(/png$/, 'svg')}`,
      Buffer.from(cardSvg(cardOf(compiled, what))),
    ]),
  )
}

async function makePlate(plates: Files, source: string): Promise<Made> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const folder = join(fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/package.json')), '../ttf')
  const fontFiles = ['DejaVuSerif.ttf', 'DejaVuSerif-Bold.ttf', 'DejaVuSansMono-Bold.ttf'].map((name) =>
    join(folder, name),
  )
  const image = await renderAsync(Buffer.from(plates.get(source) ?? '').toString(), {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Serif' },
  })
  return { bodies: [image.asPng()] }
}
