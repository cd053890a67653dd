/** A compiled course of two lessons, as the content step writes it, for functions that read one from a folder. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompiledPage, CompiledPath } from '../../functions/catalog/compiled.ts'
import { compiledMail } from './compiled-mail.ts'
import { pathFactory } from './path.ts'

export function writeTinyCatalog(folder: string): void {
  const write = (file: string, content: unknown) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    writeFileSync(join(folder, file), text)
  }
  for (const name of ['mails', 'pages', 'assets']) mkdirSync(join(folder, name), { recursive: true })
  write('path.json', tinyPath())
  const mails = [
    'E01',
    'E02',
    'FIN',
    'confirm',
    'sign-in',
    'new-address',
    'old-address',
    'nudge',
    're-entry',
    'pausing',
  ]
  for (const name of mails) write(`mails/${name}.json`, compiledMail(name))
  for (const id of ['E01', 'E02']) write(`pages/${id}.json`, page(id))
  write('facts.json', [])
  write('glossary.json', { title: 'Words', terms: [] })
  write('placement.json', null)
  write('assets/style.1a2b.css', 'body {}')
  write('assets/site.3c4d.js', '')
  write('assets/au-count.5e6f.mp3', '\u00ff a sound')
  write('assets.json', {
    'style.css': { file: 'style.1a2b.css', contentType: 'text/css' },
    'site.js': { file: 'site.3c4d.js', contentType: 'text/javascript' },
    'audio/au-count.mp3': { file: 'au-count.5e6f.mp3', contentType: 'audio/mpeg' },
  })
}

function tinyPath(): CompiledPath {
  const path = pathFactory({ steps: 'E01 E02 FIN' })
  const steps = path.steps.filter((step) => step.kind !== 'finish')
  return {
    path,
    promise: 'Two lessons.',
    introHtml: '<p>What the path is.</p>',
    language: 'en',
    sample: 'E01',
    senderNameHeader: '"Engineer to Producer"',
    plan: path.stages.map((stage) => ({
      ...stage,
      steps: steps.map(({ id, slug, title, minutes }) => ({ id, kind: 'lesson', slug, title, minutes, written: true })),
    })),
  }
}

function page(id: string): CompiledPage {
  const check = (number: number) => ({
    id: `${id}.${number}`,
    questionHtml: `Question ${number}?`,
    answerHtml: 'Yes.',
    reasonHtml: 'It is so.',
  })
  return {
    id,
    outcome: 'You can do it.',
    doneWhen: 'You have done it.',
    prerequisites: [],
    leadHtml: '',
    recall: [],
    bodyHtml: '<p>The idea.</p>',
    audio: [],
    checks: [1, 2, 3].map(check),
    closingHtml: '<p>Key terms.</p>',
    facts: [],
  }
}
