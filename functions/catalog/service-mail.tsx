/** The mails that are not lessons: confirm, sign-in, reminders, finish. A paragraph that is only a link becomes the button. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Assets } from './assets.ts'
import { splitBlocks } from './blocks.ts'
import { checkMarkdown } from './check-markdown.ts'
import { checkSubject } from './check-subject.ts'
import type { ServiceMailName } from './compiled.ts'
import { readHead } from './front-matter.ts'
import type { Known } from './links.ts'
import { LearnerFooter, VisitorFooter } from './mail-footer.tsx'
import { Button, layOutMail } from './mail-layout.tsx'
import { inkColour } from './mail-style.ts'
import { mailTarget } from './mail-target.tsx'
import { attribute, type Markdown, parseMarkdown, renderBlocks, renderLine, type Token } from './markdown.ts'
import { markPlaceholders } from './placeholders.ts'
import type { Problem } from './problems.ts'
import { type ServiceMailFields, serviceMailSchema } from './schema.ts'
import { type Files, readText } from './source.ts'

export type ServiceMail = ServiceMailName | 'finish'
export const serviceMails: readonly ServiceMail[] = [
  ...(['confirm', 'sign-in', 'new-address', 'old-address'] as const),
  ...(['nudge', 're-entry', 'pausing', 'finish'] as const),
]

export interface ServiceMailFile {
  readonly file: string
  readonly name: ServiceMail
  readonly fields: ServiceMailFields
  readonly markdown: Markdown
  readonly bodyOffset: number
}

/** Answers: the mail of this name, and everything wrong with it. */
export function readServiceMail(
  files: Files,
  name: ServiceMail,
  known: Known,
): { mail: ServiceMailFile | undefined; problems: Problem[] } {
  const file = `mails/${name}.md`
  if (!files.has(file)) {
    const what = `The mail \`${name}\` is missing, and it must be sent.`
    return {
      mail: undefined,
      problems: [{ file, field: 'mail', what, remedy: `Write \`content/${file}\` with subject, preheader and text.` }],
    }
  }
  const { text, problems: unreadable } = readText(files, file)
  if (unreadable.length > 0) return { mail: undefined, problems: unreadable }
  const head = readHead(file, text, serviceMailSchema)
  const where = { file, offset: head.bodyOffset }
  const marked = markPlaceholders(head.body, name, where)
  const markdown = parseMarkdown(marked.text)
  const { fields } = head
  const subject = fields ? checkSubject(fields.subject, { file, line: head.lineOf(['subject']) }) : []
  const problems = [...head.problems, ...marked.problems, ...checkMarkdown(markdown, known, where), ...subject]
  return { mail: fields && { file, name, fields, markdown, bodyOffset: head.bodyOffset }, problems }
}

/** Answers: its HTML part, with slot marks in it. */
export function serviceMailHtml(
  mail: ServiceMailFile,
  path: { title: string; language: string },
  assets: Assets,
): string {
  const { tokens, environment } = mail.markdown
  const target = mailTarget(assets)
  const children = splitBlocks(tokens).map((block) => {
    const link = onlyLink(block)
    if (!link) return raw(renderBlocks(block, environment, target))
    return <Button href={target.href(link.href)}>{raw(renderLine(link.text, environment, target))}</Button>
  })
  return layOutMail({
    language: path.language,
    subject: mail.fields.subject,
    preheader: mail.fields.preheader,
    tape: { title: path.title, colour: inkColour },
    footer: footerOf(mail.name, path),
    children: <div style="margin-top: 24px">{children}</div>,
  })
}

function footerOf(name: ServiceMail, path: { title: string; language: string }): Child {
  switch (name) {
    case 'confirm':
      return <VisitorFooter path={path} reason="this address was entered at" />
    case 'sign-in':
      return <VisitorFooter path={path} reason="a sign-in link was asked for at" />
    case 'new-address':
      return <VisitorFooter path={path} reason="lessons are to come to this address, as was asked at" />
    case 'old-address':
      return <VisitorFooter path={path} reason="lessons no longer come to this address, as was asked at" />
    case 'nudge':
    case 're-entry':
    case 'pausing':
    case 'finish':
      return <LearnerFooter path={path} />
    default:
      return name satisfies never
  }
}

function onlyLink(block: readonly Token[]): { href: string; text: string } | undefined {
  const inside = block[0]?.type === 'paragraph_open' ? (block[1]?.children ?? []) : []
  const closeAt = inside.findIndex((token) => token.type === 'link_close')
  if (inside[0]?.type !== 'link_open' || closeAt !== inside.length - 1) return undefined
  return {
    href: attribute(inside[0], 'href'),
    text: inside
      .slice(1, -1)
      .map((token) => token.content)
      .join(''),
  }
}
