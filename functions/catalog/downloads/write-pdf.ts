/** A form → the bytes of a PDF, the same for the same form. */

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { formContent } from './form-content.ts'
import type { Form } from './form-file.ts'

const fontFolder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')
const face = (name: string) => join(fontFolder, `DejaVu${name}.ttf`)

/** A PDF notes when it was made; what is made again has to have the same bytes. */
const made = new Date(Date.UTC(2026, 0, 1))

/** As a part of the page's height. */
const lowestHeading = 0.78

pdfmake.setFonts({
  sans: {
    normal: face('SansCondensed'),
    bold: face('SansCondensed-Bold'),
    italics: face('SansCondensed-Oblique'),
    bolditalics: face('SansCondensed-BoldOblique'),
  },
  mono: {
    normal: face('SansMono'),
    bold: face('SansMono-Bold'),
    italics: face('SansMono-Oblique'),
    bolditalics: face('SansMono-BoldOblique'),
  },
})
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder))
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setTableLayouts({
  form: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    hLineColor: () => '#8a8178',
    vLineColor: () => '#8a8178',
    paddingTop: () => 4,
    paddingBottom: () => 4,
    fillColor: (row) => (row === 0 ? '#e4ddd0' : null),
  },
})

/** Answers: the form on A4, titled, with page numbers. */
export async function writePdf(form: Form): Promise<Uint8Array> {
  const definition: TDocumentDefinitions = {
    info: { title: form.title, creationDate: made, modDate: made, producer: 'Talkback', creator: 'Talkback' },
    language: 'en-GB',
    pageSize: 'A4',
    pageMargins: [48, 36, 48, 42],
    content: formContent(form.tokens),
    // No heading stands alone at the foot of a page.
    pageBreakBefore: (node) => node.headlineLevel === 1 && node.startPosition.verticalRatio > lowestHeading,
    footer: (page, pages) => ({
      text: `${form.title}, page ${page} of ${pages}`,
      style: 'footer',
    }),
    defaultStyle: { font: 'sans', fontSize: 10, lineHeight: 1.15 },
    styles: {
      h1: { fontSize: 18, bold: true, margin: [0, 0, 0, 6] },
      h2: { fontSize: 14, bold: true, margin: [0, 12, 0, 4] },
      h3: { fontSize: 11.5, bold: true, margin: [0, 8, 0, 3] },
      paragraph: { margin: [0, 0, 0, 5] },
      list: { margin: [0, 0, 0, 6] },
      quote: { margin: [14, 0, 14, 4] },
      code: { font: 'mono', fontSize: 9, margin: [0, 2, 0, 8] },
      table: { margin: [0, 2, 0, 7] },
      head: { bold: true },
      footer: { fontSize: 8.5, alignment: 'center', color: '#5c554d', margin: [0, 14, 0, 0] },
    },
  }
  return pdfmake.createPdf(definition).getBuffer()
}
