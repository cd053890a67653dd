/** A step as its mail shows it, in this order: questions, lesson, one button, and only then the answers. */
import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { durationWords } from '../site/words/duration.ts'
import type { Assets } from './assets.ts'
import type { SlotName } from './compiled.ts'
import { withCurvedQuotes } from './curved-quotes.ts'
import type { LessonBody } from './lesson-body.ts'
import type { Lesson } from './lesson-file.ts'
import { LearnerFooter } from './mail-footer.tsx'
import { Button, layOutMail } from './mail-layout.tsx'
import { MailFigure, mailTarget } from './mail-target.tsx'
import { renderBlocks, renderLine } from './markdown.ts'
import { slotMark } from './placeholders.ts'
import { withTiedUnits } from './unbroken.ts'
import { inSentence, longDate, preheaderOf, subjectOf } from './wording.ts'

export interface MailOfLesson {
  readonly lesson: Lesson
  readonly step: { readonly id: string; readonly title: string; readonly minutes: number }
  readonly stage: { readonly name: string; readonly colour: string }
  readonly path: { readonly title: string; readonly language: string }
  readonly assets: Assets
}

/** Answers: the HTML part of a step's mail, with slot marks in it. */
export function lessonMail(mail: MailOfLesson): string {
  const { lesson, step, stage, path } = mail
  const { fields, body } = lesson
  const blocks = (tokens: LessonBody['lead']) => raw(renderBlocks(tokens, body.environment, mailTarget(mail.assets)))
  return layOutMail({
    language: path.language,
    subject: subjectOf(step, fields),
    preheader: preheaderOf(step, fields),
    tape: { id: step.id, title: step.title, colour: stage.colour },
    footer: <LearnerFooter path={path} fields={fields} />,
    children: (
      <>
        <p class="stage">{stage.name}</p>
        <Brief {...mail} />
        {blocks(body.lead)}
        <Questions title="From memory first" texts={fromMemory(body.recall, 'question')} mail={mail} />
        {blocks(body.idea)}
        <MailFigure fields={fields} assets={mail.assets} />
        <ToHear count={fields.audio.length} />
        {blocks(body.exercise)}
        <Questions title="Self-check" texts={body.checks.map(({ question }) => question)} mail={mail} />
        {blocks(body.closing)}
        <Button href={slotMark('doneUrl')}>
          Open {step.id} and {body.rubric.length > 0 ? 'hand it in' : 'mark it done'}
        </Button>
        <Answers {...mail} />
      </>
    ),
  })
}

const memorySlots = {
  question: ['questionOne', 'questionTwo'],
  answer: ['answerOne', 'answerTwo'],
} as const satisfies Record<string, readonly SlotName[]>

/** A lesson's own two questions make room for those chosen for the learner, who gets the own ones where none are. */
function fromMemory(recall: LessonBody['recall'], part: keyof typeof memorySlots): readonly string[] {
  return recall.length === memorySlots[part].length ? memorySlots[part].map(slotMark) : recall.map((own) => own[part])
}

const Brief: FC<MailOfLesson> = ({ lesson: { fields, body }, step, path }) => (
  <>
    <p>
      <strong>{body.rubric.length > 0 ? 'You will' : 'Today you will'}</strong>{' '}
      {inSentence(withTiedUnits(withCurvedQuotes(fields.outcome)))}
    </p>
    <p>
      <strong>Done when</strong> {inSentence(withTiedUnits(withCurvedQuotes(fields.done_when)))}
    </p>
    <p>
      <strong>About {durationWords(step.minutes)}.</strong> <a href={slotMark('lessonUrl')}>Read {step.id} as a page</a>
    </p>
    {fields.jurisdiction && (
      <p class="note">
        {withCurvedQuotes(fields.jurisdiction)}
        {fields.reviewed && ` Reviewed ${longDate(fields.reviewed, path.language)}.`}
      </p>
    )}
  </>
)

// A mail plays nothing: it leads to where the examples are.
const ToHear: FC<{ count: number }> = ({ count }) =>
  count === 0 ? null : (
    <p>
      <strong>To hear:</strong> {count === 1 ? 'one example.' : `${count} examples.`}{' '}
      <a href={slotMark('lessonUrl')}>Hear {count === 1 ? 'it' : 'them'} on the page</a>
    </p>
  )

const Questions: FC<{ title: string; texts: readonly string[]; mail: MailOfLesson }> = ({ title, texts, mail }) =>
  texts.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <List texts={texts} mail={mail} />
      <p class="note">The answers are at the end of this mail.</p>
    </>
  )

const Answers: FC<MailOfLesson> = (mail) => {
  const { recall, checks } = mail.lesson.body
  if (recall.length + checks.length === 0) return null
  return (
    <>
      <hr />
      <h2>Answers</h2>
      {recall.length > 0 && <h3>From memory</h3>}
      {recall.length > 0 && <List texts={fromMemory(recall, 'answer')} mail={mail} />}
      {checks.length > 0 && <h3>Self-check</h3>}
      {checks.length > 0 && <List texts={checks.map(({ answer, reason }) => `**${answer}** ${reason}`)} mail={mail} />}
    </>
  )
}

const List: FC<{ texts: readonly string[]; mail: MailOfLesson }> = ({ texts, mail: { lesson, assets } }) => (
  <ol>
    {texts.map((text) => (
      <li>{raw(renderLine(text, lesson.body.environment, mailTarget(assets)))}</li>
    ))}
  </ol>
)
