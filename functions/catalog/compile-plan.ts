/** `path.md` → what the rules walk along, and what the map shows. */
import type { Path } from '../domain/path.ts'
import type { Assets } from './assets.ts'
import type { CompiledPath } from './compiled.ts'
import { withCurvedQuotes } from './curved-quotes.ts'
import { displayName } from './mail-headers.ts'
import { parseMarkdown, renderBlocks } from './markdown.ts'
import type { PathFile } from './path-file.ts'
import { pageTarget } from './render-page.ts'

/** Answers: the path as `path.json` holds it. */
export function compilePlan(path: PathFile, assets: Assets): CompiledPath {
  const { fields, plan } = path
  const intro = parseMarkdown(path.intro)
  return {
    path: walkedPath(path),
    promise: withCurvedQuotes(fields.promise),
    introHtml: renderBlocks(intro.tokens, intro.environment, pageTarget(assets)),
    language: fields.language,
    sample: fields.sample,
    senderNameHeader: displayName(fields.title),
    plan: fields.stages.map(({ id, letter, name, promise }) => ({
      id,
      letter,
      name,
      promise: withCurvedQuotes(promise),
      steps: plan
        .filter((step) => step.stage === id)
        .map(({ id, kind, slug, title, minutes, written }) => ({
          ...{ id, kind, slug, minutes, written },
          title: withCurvedQuotes(title),
        })),
    })),
  }
}

// Only what is written is sent; the finish comes after it, in the last stage.
function walkedPath({ fields, plan }: PathFile): Path {
  const lastStage = fields.stages.at(-1)?.id ?? ''
  const steps = plan
    .filter((step) => step.written)
    .map(({ id, kind, stage, slug, title, minutes, newcomersOnly }) => ({
      ...{ id, kind, stage, slug, minutes },
      title: withCurvedQuotes(title),
      ...(newcomersOnly ? { newcomersOnly } : {}),
    }))
  return {
    id: fields.id,
    title: fields.title,
    stages: fields.stages.map(({ id, letter, name, promise }) => ({
      ...{ id, letter, name },
      promise: withCurvedQuotes(promise),
    })),
    steps: [...steps, { ...fields.finish, kind: 'finish', stage: lastStage, minutes: 0 }],
    gate: fields.gate,
    ...(fields.reentryDays ? { reentryDays: fields.reentryDays } : {}),
    ...(plan.every((step) => step.written) ? {} : { isGrowing: true }),
  }
}
