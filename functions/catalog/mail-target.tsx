/** How Markdown is written in a mail: absolute addresses, and pictures that mail clients can show. */
import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Assets } from './assets.ts'
import { withCurvedQuotes } from './curved-quotes.ts'
import { resolveLink } from './links.ts'
import { escapeHtml, type RenderTarget } from './markdown.ts'
import { slotMark } from './placeholders.ts'
import { figureFile } from './render-page.ts'
import type { LessonFields } from './schema.ts'
import { withTiedUnits } from './unbroken.ts'

/** Answers: how links, pictures and tables are written in a mail. */
export function mailTarget(assets: Assets): RenderTarget {
  return {
    href: (link) => {
      const target = resolveLink(link, { steps: undefined, assets })
      if (target.kind === 'step') return `${slotMark('siteUrl')}/lessons/${target.id}`
      return target.kind === 'asset' ? assetUrl(assets, target.name) : link
    },
    // The footer names the facts: a link at every number would make a list of links out of the text part.
    reference: () => undefined,
    image: (source, alt) => {
      const shown = rasterOf(source, assets)
      if (shown) return picture(shown, alt, assets)
      return `Picture, in words: ${escapeHtml(alt)} <a href="${slotMark('lessonUrl')}">See it on the page</a>`
    },
    tableOpen: () => '<table class="data" cellpadding="0" cellspacing="0" border="0" width="100%">\n',
    tableClose: '</table>\n',
    listing: (text) => `<pre><code>${text.trimEnd()}</code></pre>`,
  }
}

/** The lesson's figure: as a picture where there is one that mails can show, else in words. */
export const MailFigure: FC<{ fields: LessonFields; assets: Assets }> = ({ fields, assets }) => {
  if (!fields.figure || !fields.figure_alt) return null
  const shown = rasterOf(figureFile(fields.figure), assets)
  const alt = withCurvedQuotes(fields.figure_alt)
  if (shown) return <p>{raw(picture(shown, alt, assets))}</p>
  const drawn = assets.has(figureFile(fields.figure))
  return (
    <p>
      <strong>Figure, in words:</strong> {alt} {drawn && <a href={slotMark('lessonUrl')}>See it on the page</a>}
    </p>
  )
}

// Gmail, Outlook and Yahoo show no SVG: a PNG of the same name stands in for it.
function rasterOf(source: string, assets: Assets): string | undefined {
  const candidates = source.endsWith('.svg') ? [source.replace(/\.svg$/, '.png')] : [source]
  return candidates.find((name) => assets.has(name))
}

const mailWidth = 600

/** A client that knows no `<picture>` drops the tags around the light `<img>`, which has a ground of its own. */
function picture(name: string, alt: string, assets: Assets): string {
  const size = assets.get(name)?.size
  const height = size ? ` height="${Math.round((mailWidth * size.height) / size.width)}"` : ''
  const image = `<img src="${assetUrl(assets, name)}" alt="${escapeHtml(withTiedUnits(alt))}" width="${mailWidth}"${height}>`
  const dark = name.replace(/\.png$/, '-dark.png')
  if (dark === name || !assets.has(dark)) return image
  const source = `<source srcset="${assetUrl(assets, dark)}" media="(prefers-color-scheme: dark)">`
  return `<picture>${source}${image}</picture>`
}

function assetUrl(assets: Assets, name: string): string {
  return `${slotMark('siteUrl')}/assets/${assets.get(name)?.file}`
}
