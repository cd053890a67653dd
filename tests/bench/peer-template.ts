/** A lesson as an MJML template, as it would be written by hand: made once, rendered for each send. */
import type { CompiledPage } from '../../functions/catalog/compiled.ts'

export interface LessonTemplate {
  readonly step: string
  readonly subject: string
  /** With `{{name}}` and so on for the learner's values. */
  readonly mjml: string
  readonly text: string
}

export function lessonTemplate(title: string, page: CompiledPage): LessonTemplate {
  const checks = page.checks
    .map(({ questionHtml, answerHtml, reasonHtml }) => `<li>${questionHtml} ${answerHtml} ${reasonHtml}</li>`)
    .join('')
  const recall = page.recall.map(({ questionHtml }) => `<li>${questionHtml}</li>`).join('')
  const section = (html: string) => `<mj-section><mj-column><mj-text>${html}</mj-text></mj-column></mj-section>`
  const mjml = `<mjml>
  <mj-head>
    <mj-title>${title}</mj-title>
    <mj-preview>${page.outcome}</mj-preview>
    <mj-attributes><mj-all font-family="Helvetica, Arial, sans-serif" /><mj-text font-size="16px" /></mj-attributes>
  </mj-head>
  <mj-body width="600px">
    ${section(`<p>Hello {{name}},</p><h1>${title}</h1><p>${page.outcome}</p>`)}
    ${section(`${page.leadHtml}<ol>${recall}</ol>`)}
    ${section(page.bodyHtml)}
    ${section(`<ol>${checks}</ol>${page.closingHtml}`)}
    <mj-section><mj-column>
      <mj-button href="{{lessonUrl}}">Open the lesson</mj-button>
      <mj-button href="{{doneUrl}}">Mark as done</mj-button>
      <mj-text><a href="{{pathUrl}}">My path</a> <a href="{{leaveUrl}}">Stop these mails</a></mj-text>
    </mj-column></mj-section>
  </mj-body>
</mjml>`
  const text = `Hello {{name}},\n\n${withoutTags(page.bodyHtml)}\n\n{{lessonUrl}}\n{{doneUrl}}\n{{pathUrl}}\n{{leaveUrl}}\n`
  return { step: page.id, subject: title, mjml, text }
}

/** The template with these values, which is all that most template languages do here. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}

const withoutTags = (html: string) => html.replace(/<[^>]*>/g, '')
