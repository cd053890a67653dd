/** How Markdown is written in a mail: absolute addresses, and pictures that mail clients can show. */
import type { FC } from 'hono/jsx'
import type { Assets } from './assets.ts'
import { resolveLink } from './links.ts'
import { escapeHtml, type RenderTarget } from './markdown.ts'
import { slotMark } from './placeholders.ts'
import { figureFile } from './render-page.ts'
import type { LessonFields } from './schema.ts'

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
      const words = escapeHtml(alt)
      if (shown) return `<img src="${assetUrl(assets, shown)}" alt="${words}" width="600">`
      return `Picture, in words: ${words} <a href="${slotMark('lessonUrl')}">See it on the page</a>`
    },
    tableOpen: () => '<table class="data" cellpadding="0" cellspacing="0" border="0" width="100%">\n',
    tableClose: '</table>\n',
  }
}

/** The lesson's figure: as a picture where there is one that mails can show, else in words. */
export const MailFigure: FC<{ fields: LessonFields; assets: Assets }> = ({ fields, assets }) => {
  if (!fields.figure || !fields.figure_alt) return null
  const shown = rasterOf(figureFile(fields.figure), assets)
  if (shown) {
    return (
      <p>
        <img src={assetUrl(assets, shown)} alt={fields.figure_alt} width="600" />
      </p>
    )
  }
  const drawn = assets.has(figureFile(fields.figure))
  return (
    <p>
      <strong>Figure, in words:</strong> {fields.figure_alt}{' '}
      {drawn && <a href={slotMark('lessonUrl')}>See it on the page</a>}
    </p>
  )
}

// Gmail, Outlook and Yahoo show no SVG: a PNG of the same name stands in for it.
function rasterOf(source: string, assets: Assets): string | undefined {
  const candidates = source.endsWith('.svg') ? [source.replace(/\.svg$/, '.png')] : [source]
  return candidates.find((name) => assets.has(name))
}

function assetUrl(assets: Assets, name: string): string {
  return `${slotMark('siteUrl')}/assets/${assets.get(name)?.file}`
}
