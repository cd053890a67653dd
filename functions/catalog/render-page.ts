/** A step as its page shows it: semantic HTML, no inline style, no ids. */
import type { Assets } from './assets.ts'
import type { Examples } from './audio/read-examples.ts'
import { compileExamples } from './compile-examples.ts'
import type { CompiledPage } from './compiled.ts'
import { withCurvedQuotes } from './curved-quotes.ts'
import type { Lesson } from './lesson-file.ts'
import { resolveLink } from './links.ts'
import { escapeHtml, type RenderTarget, renderBlocks, renderLine } from './markdown.ts'
import type { Criterion } from './rubric.ts'
import { withTiedUnits } from './unbroken.ts'

/** Answers: the page of a lesson whose links have been checked. */
export function renderPage(lesson: Lesson, assets: Assets, examples: Examples): CompiledPage {
  const { fields, body } = lesson
  const target = pageTarget(assets)
  const blocks = (tokens: Parameters<typeof renderBlocks>[0]) => renderBlocks(tokens, body.environment, target)
  const line = (text: string) => renderLine(text, body.environment, target)
  const criterion = ({ id, name, levels }: Criterion) => ({ id, name, levelsHtml: levels.map(line) })
  const bodyHtml = [blocks(body.idea), figure(lesson, target), blocks(body.exercise)]
  return {
    id: fields.id,
    outcome: withTiedUnits(withCurvedQuotes(fields.outcome)),
    doneWhen: withTiedUnits(withCurvedQuotes(fields.done_when)),
    prerequisites: fields.prerequisites,
    leadHtml: blocks(body.lead),
    recall: body.recall.map(({ question, answer, from }) => ({
      questionHtml: line(question),
      answerHtml: line(answer),
      ...(from === undefined ? {} : { from }),
    })),
    bodyHtml: bodyHtml.filter((part) => part !== '').join('\n'),
    audio: compileExamples(fields.audio, examples, assets),
    checks: body.checks.map(({ question, answer, reason }, index) => ({
      id: `${fields.id}.${index + 1}`,
      questionHtml: line(question),
      answerHtml: line(answer),
      reasonHtml: line(reason),
    })),
    ...(body.rubric.length === 0 ? {} : { rubric: body.rubric.map(criterion) }),
    closingHtml: blocks(body.closing),
    facts: fields.facts,
    ...(fields.review_by === undefined ? {} : { reviewBy: fields.review_by }),
    ...(fields.jurisdiction === undefined ? {} : { jurisdiction: withCurvedQuotes(fields.jurisdiction) }),
    ...(fields.reviewed === undefined ? {} : { reviewed: fields.reviewed }),
  }
}

/** Answers: how links, pictures and tables are written on a page. */
export function pageTarget(assets: Assets): RenderTarget {
  const href = (link: string) => {
    const target = resolveLink(link, { steps: undefined, assets })
    if (target.kind === 'step') return `/lessons/${target.id}`
    return target.kind === 'asset' ? `/assets/${assets.get(target.name)?.file}` : link
  }
  return {
    href,
    reference: ({ to, id }) => `/${to === 'fact' ? 'facts' : 'glossary'}#${id}`,
    image: (source, alt) => {
      const size = assets.get(source)?.size
      // The browser keeps the place free until the picture is there.
      const room = size ? ` width="${size.width}" height="${size.height}"` : ''
      return `<img src="${escapeHtml(href(source))}" alt="${escapeHtml(alt)}"${room} loading="lazy">`
    },
    // A wide table scrolls by itself, and a region that scrolls must be reachable by keyboard and have a name.
    tableOpen: (label) => `<div class="table" tabindex="0" role="region" aria-label="${escapeHtml(label)}">\n<table>\n`,
    tableClose: '</table>\n</div>\n',
    // As a table: where it is wider than the window it scrolls.
    listing: (text) => `<pre tabindex="0" role="group" aria-label="Text in columns"><code>${text}</code></pre>`,
  }
}

function figure({ fields }: Lesson, target: RenderTarget): string {
  if (!fields.figure || !fields.figure_alt) return ''
  const source = figureFile(fields.figure)
  const drawn = target.href(source) !== source
  const alt = withCurvedQuotes(fields.figure_alt)
  const words = `<figcaption>Figure, in words: ${escapeHtml(alt)}</figcaption>`
  return `<figure class="figure">${drawn ? target.image(source, alt) : words}</figure>`
}

/** Answers: where the drawing of a figure stands, or will stand. */
export function figureFile(name: string, ending: 'svg' | 'png' = 'svg'): string {
  return `figures/${name}.${ending}`
}
