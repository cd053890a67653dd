/** Lessons and service mails → compiled mails. */
import type { Assets } from './assets.ts'
import type { CompiledMail } from './compiled.ts'
import type { Lesson } from './lesson-file.ts'
import { lessonMail } from './mail-lesson.tsx'
import { cutMail } from './mail-segments.ts'
import { stageColours } from './mail-style.ts'
import { mailText } from './mail-text.ts'
import type { PathFile, PlanStep } from './path-file.ts'
import type { Problem } from './problems.ts'
import { type ServiceMailFile, serviceMailHtml } from './service-mail.tsx'
import { subjectOf } from './wording.ts'

// Gmail cuts a message near 102 KB of HTML and hides the rest, the way out included (curriculum fact F130).
const htmlBytesMax = 90_000

/** Answers: every mail by step id or service name, and which are too large. */
export function compileMails(
  path: PathFile,
  lessons: readonly Lesson[],
  services: readonly ServiceMailFile[],
  assets: Assets,
): { mails: Map<string, CompiledMail>; problems: Problem[] } {
  const mails = new Map<string, CompiledMail>()
  const problems: Problem[] = []
  const add = (name: string, file: string, subject: string, html: string) => {
    const mail = cutMail({ subject, html, text: mailText(html) })
    if (mail.htmlBytes > htmlBytesMax) problems.push(tooLarge(file, mail.htmlBytes))
    mails.set(name, mail)
  }
  for (const lesson of lessons) {
    const step = path.plan.find((entry) => entry.file === lesson.file)
    if (!step) continue
    const html = lessonMail({ lesson, step, stage: stageOf(path, step), path: path.fields, assets })
    add(step.id, lesson.file, subjectOf(step, lesson.fields), html)
  }
  for (const service of services) {
    const name = service.name === 'finish' ? path.fields.finish.id : service.name
    add(name, service.file, service.fields.subject, serviceMailHtml(service, path.fields, assets))
  }
  return { mails, problems }
}

function stageOf(path: PathFile, step: PlanStep): { name: string; colour: string } {
  const index = path.fields.stages.findIndex((stage) => stage.id === step.stage)
  return {
    name: path.fields.stages[index]?.name ?? '',
    colour: stageColours[index % stageColours.length] ?? stageColours[0],
  }
}

function tooLarge(file: string, bytes: number): Problem {
  const what = `The HTML of the mail has ${(bytes / 1000).toFixed(1)} KB, and Gmail cuts what is near 102 KB.`
  return {
    file,
    field: 'size',
    what,
    remedy: 'Bring it under 90 KB: split the lesson, or move a table into `downloads/`.',
  }
}
