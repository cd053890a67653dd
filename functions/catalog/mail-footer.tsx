/** What stands under every mail: how to change or stop it, who sends it and why, how to report an error. */
import type { FC } from 'hono/jsx'
import { slotMark } from './placeholders.ts'
import type { LessonFields } from './schema.ts'
import { longDate } from './wording.ts'

interface PathNames {
  readonly title: string
  readonly language: string
}

const site = slotMark('siteUrl')

/** For those who get the path. The postal address is required by law (CAN-SPAM, 15 U.S.C. 7704). */
export const LearnerFooter: FC<{ path: PathNames; fields?: LessonFields }> = ({ path, fields }) => (
  <>
    <p>
      <a href={slotMark('pathUrl')}>Your path: pause, days and hour</a>
    </p>
    <p>
      <a href={slotMark('leaveUrl')}>Stop all lessons</a>
    </p>
    <p>
      You get this because you confirmed at <a href={site}>{site}</a>.
    </p>
    <p>{path.title} is sent by:</p>
    <p>{slotMark('postalAddress')}</p>
    <p>Found an error? Report it: reply to this mail.</p>
    {fields && <Sources fields={fields} language={path.language} />}
  </>
)

/** For those who have only asked: nothing to leave yet. */
export const VisitorFooter: FC<{ path: PathNames; reason: string }> = ({ path, reason }) => (
  <>
    <p>
      You get this because {reason} <a href={site}>{site}</a>.
    </p>
    <p>{path.title} is sent by:</p>
    <p>{slotMark('postalAddress')}</p>
    <p>Something wrong? Reply to this mail.</p>
  </>
)

const Sources: FC<{ fields: LessonFields; language: string }> = ({ fields, language }) => {
  const parts = [
    fields.reviewed && `Reviewed ${longDate(fields.reviewed, language)}.`,
    fields.review_by && `To be reviewed by ${longDate(fields.review_by, language)}.`,
  ].filter(Boolean)
  if (parts.length + fields.facts.length === 0) return null
  return (
    <p>
      {fields.facts.length > 0 && (
        <>
          Facts used: {fields.facts.join(', ')}. <a href={`${site}/facts`}>What they say, and their sources</a>.{' '}
        </>
      )}
      {parts.join(' ')}
    </p>
  )
}
