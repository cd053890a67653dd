/** Figures, downloads and sounds: each has to be used by some step. */

import { soundFile } from './audio/read-examples.ts'
import { attribute, everyToken, parseMarkdown, type Token } from './markdown.ts'
import type { Problem } from './problems.ts'
import type { Course } from './read-course.ts'
import { figureFile } from './render-page.ts'
import type { Files } from './source.ts'

const suppliesPattern = /^(figures|downloads|audio)\//

/** Answers: which supplies does no step use? What is made from a file counts as one with it. */
export function checkSupplies(files: Files, { path, lessons, services, assets }: Course): Problem[] {
  const texts = [...lessons, ...services].flatMap(({ markdown }) => markdown.tokens)
  const links = [...texts, ...parseMarkdown(path.intro).tokens]
  const figures = lessons.flatMap(({ fields }) => (fields.figure ? [figureFile(fields.figure)] : []))
  const sounds = lessons.flatMap(({ fields }) => fields.audio.map(soundFile))
  const used = new Set([...addressesIn(links), ...figures, ...sounds].map(stemOf))
  const reported = new Set<string>()
  return [...files.keys()].flatMap((file) => {
    const name = file.slice(path.folder.length + 1)
    const stem = stemOf(name)
    const isSupply = file.startsWith(`${path.folder}/`) && suppliesPattern.test(name)
    // A file of a type that is not served has been named for that.
    const isServed = assets.has(name) || name.endsWith('.yaml')
    if (!isSupply || !isServed || used.has(stem) || reported.has(stem)) return []
    reported.add(stem)
    const what = `No step uses \`${stem}\`.`
    return [
      { file, field: 'use', what, remedy: 'Name it or link to it in the step that it was made for, or delete it.' },
    ]
  })
}

/** Answers: the addresses of links and pictures. */
function addressesIn(tokens: readonly Token[]): string[] {
  return [...everyToken(tokens)].flatMap(({ token }) => {
    const address = attribute(token, token.type === 'image' ? 'src' : 'href')
    return address === '' ? [] : [decodeURI(address)]
  })
}

function stemOf(name: string): string {
  return name.replace(/(-dark)?\.[^./]+$/, '')
}
