/** `/glossary`: the words of the trade, each with the lessons that teach it. */
import { Hono } from 'hono'
import { raw } from 'hono/html'
import type { CompiledGlossary } from '../../catalog/compiled.ts'
import type { Path } from '../../domain/path.ts'
import { addresses } from '../addresses.ts'
import { page } from '../layout/page.tsx'
import { StepLinks } from '../parts/step-links.tsx'
import { Tape } from '../parts/tape.tsx'
import type { SiteDeps } from '../ports.ts'

export function glossary(deps: SiteDeps): Hono {
  return new Hono().get('/glossary', (c) => {
    const list = deps.catalog.glossary()
    return page(
      c,
      deps,
      { title: list.title || 'Glossary', audience: 'everyone', canonical: addresses.glossary },
      <Glossary list={list} path={deps.catalog.compiled.path} />,
    )
  })
}

function Glossary({ list, path }: { list: CompiledGlossary; path: Path }) {
  return (
    <div class="prose">
      <Tape label="Notes" words="words" />
      <h1>{list.title || 'Glossary'}</h1>
      <dl class="entries">
        {list.terms.map(({ term, anchor, meaningHtml, steps }) => (
          <>
            <dt id={anchor}>{term}</dt>
            <dd>
              {raw(meaningHtml)} {steps.length > 0 ? <StepLinks path={path} ids={steps} /> : null}
            </dd>
          </>
        ))}
      </dl>
    </div>
  )
}
