/** The shapes of what authors write, and what to do about each field that is wrong. */
import * as v from 'valibot'

const sentence = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('It is empty.'),
  v.regex(/^\P{Cc}*$/u, 'It spans several lines.'),
)
const stepId = v.pipe(v.string(), v.regex(/^[A-Z][0-9]{2}$/, 'It is not one capital letter and two digits.'))
const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'It is not small letters, digits and single hyphens.'),
)
const count = v.pipe(v.number(), v.integer('It is not a whole number.'))
const minutes = v.pipe(count, v.minValue(1, 'It is below 1.'))
const day = v.pipe(count, v.minValue(1, 'It is below 1.'))
const ascending = <Days extends readonly number[]>() =>
  v.check(
    (days: Days) => days.every((one, index) => index === 0 || one > (days[index - 1] ?? 0)),
    'A day in it is not later than the one before.',
  )
const date = v.pipe(v.string(), v.isoDate('It is not a date.'))
const factId = v.pipe(v.string(), v.regex(/^F[0-9]{2,3}$/, 'It is not the number of a fact.'))

const stepSchema = v.strictObject({
  id: stepId,
  slug,
  minutes,
  title: sentence,
  kind: v.optional(v.picklist(['lesson', 'review', 'project']), 'lesson'),
  status: v.optional(v.picklist(['unwritten'])),
  newcomersOnly: v.optional(v.literal(true)),
})

const stageSchema = v.strictObject({
  id: slug,
  letter: v.pipe(v.string(), v.regex(/^[A-Z]$/, 'It is not one capital letter.')),
  name: sentence,
  promise: sentence,
  steps: v.pipe(v.array(stepSchema), v.minLength(1, 'The stage has no steps.')),
})

export const pathSchema = v.strictObject({
  id: slug,
  title: sentence,
  promise: sentence,
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'It is not a language tag.')),
  sample: stepId,
  stages: v.pipe(v.array(stageSchema), v.minLength(1, 'The path has no stages.')),
  finish: v.strictObject({ id: stepId, slug, title: sentence }),
  gate: v.optional(
    v.strictObject({
      graceDays: v.pipe(count, v.minValue(0, 'It is below 0.')),
      afterwards: v.picklist(['go-on', 'wait']),
      nudgeDays: v.exactOptional(v.pipe(v.array(day), ascending())),
    }),
    { graceDays: 14, afterwards: 'go-on' },
  ),
  reentryDays: v.exactOptional(v.pipe(v.strictTuple([day, day]), ascending())),
  retired: v.optional(v.array(stepId), []),
})

export const lessonSchema = v.strictObject({
  id: stepId,
  outcome: sentence,
  done_when: sentence,
  subject: v.optional(v.string()),
  preheader: v.optional(sentence),
  prerequisites: v.optional(v.array(stepId), []),
  figure: v.optional(slug),
  figure_alt: v.optional(sentence),
  audio: v.optional(v.array(slug), []),
  facts: v.optional(v.array(factId), []),
  review_by: v.optional(date),
  jurisdiction: v.optional(sentence),
  reviewed: v.optional(date),
})

export const factsSchema = v.array(
  v.strictObject({
    id: factId,
    fact: sentence,
    value: sentence,
    source: sentence,
    dated: sentence,
    status: v.picklist(['V', 'V2', 'S', 'C']),
    reviewBy: v.optional(date),
  }),
)

export const glossarySchema = v.strictObject({ title: sentence })

export const serviceMailSchema = v.strictObject({ subject: v.string(), preheader: sentence })

const wholeNumber = v.pipe(count, v.minValue(0, 'It is below 0.'))

const placementItemSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^PL[0-9]{2}$/, 'It is not PL and two digits.')),
  stage: slug,
  question: sentence,
  options: v.pipe(v.array(sentence), v.minLength(2, 'There are fewer than two.')),
  answer: wholeNumber,
  reason: sentence,
  review: stepId,
})

const placementRuleSchema = v.strictObject({
  when: v.record(slug, v.picklist(['ready', 'below'])),
  start: slug,
  fastLane: v.exactOptional(v.strictObject({ rightAnswers: wholeNumber, steps: v.array(stepId) })),
  skipLater: v.exactOptional(v.array(slug)),
  evidence: v.exactOptional(sentence),
  otherwise: v.exactOptional(stepId),
})

export const placementSchema = v.strictObject({
  introduction: sentence,
  items: v.pipe(v.array(placementItemSchema), v.minLength(1, 'There are no questions.')),
  scoring: v.strictObject({
    readyAt: v.pipe(wholeNumber, v.minValue(1, 'It is below 1.')),
    rules: v.pipe(v.array(placementRuleSchema), v.minLength(1, 'There are no rules.')),
  }),
  notes: v.optional(v.array(sentence), []),
})

export type PathFields = v.InferOutput<typeof pathSchema>
export type StepFields = v.InferOutput<typeof stepSchema>
export type LessonFields = v.InferOutput<typeof lessonSchema>
export type FactFields = v.InferOutput<typeof factsSchema>[number]
export type PlacementFields = v.InferOutput<typeof placementSchema>
export type ServiceMailFields = v.InferOutput<typeof serviceMailSchema>

/** What to write into a field, by its name: the remedy of every problem with its shape. */
export const fieldRemedies: Readonly<Record<string, string>> = {
  id: 'Write a permanent id such as `E07` (a fact: `F16`; a stage or path: small letters and hyphens).',
  slug: 'Write small letters and hyphens, such as `eng-latency-cues`.',
  minutes: 'Write the minutes of work as a whole number, such as `minutes: 45`.',
  title: 'Write a title of up to twelve words on one line.',
  kind: 'Write `lesson`, `review` or `project`, or leave it out for a lesson.',
  status: 'Of a step: write `unwritten`, or leave it out once the file exists. Of a fact: write `V`, `V2`, `S` or `C`.',
  newcomersOnly: 'Write `true`, or leave it out.',
  letter: "Write the stage's letter, such as `letter: E`.",
  name: 'Write the name of the stage on one line.',
  promise: 'Write one sentence on one line.',
  language: 'Write a language tag such as `en-GB`.',
  sample: 'Write the id of the lesson that anybody may read.',
  stages: 'List at least one stage with `id`, `letter`, `name`, `promise` and `steps`.',
  steps: 'List at least one step with `id`, `slug`, `minutes` and `title`.',
  finish: 'Write `finish: { id: F01, slug: finish, title: "…" }`.',
  gate: 'Write `gate: { graceDays: 14, afterwards: go-on }`, or leave it out.',
  graceDays: 'Write a whole number of days, 0 or more.',
  afterwards: 'Write `go-on` or `wait`.',
  nudgeDays:
    'Write whole days after the brief, 1 or more, each later than the one before, such as `nudgeDays: [3, 10, 21]`.',
  reentryDays: 'Write two whole numbers of silent days, the first one smaller, such as `reentryDays: [7, 30]`.',
  retired: 'Write a list of ids, such as `retired: [E18]`.',
  outcome: 'Write one sentence that begins with a verb somebody else could watch: "Predict …".',
  done_when: 'Write one sentence that the learner can check: "You have a table of …".',
  subject: 'Write a subject of up to 60 characters on one line.',
  preheader: 'Write one short sentence for the inbox list.',
  prerequisites: 'Write a list of step ids, such as `prerequisites: [E09]`.',
  figure: 'Write the name of the figure without folder and ending, such as `fig-comb-filter`.',
  figure_alt: 'Write the alt text on one line, with the numbers of the figure in it.',
  audio: 'Write a list of examples without folder and ending, such as `audio: [au-comb-1ms]`.',
  facts: 'Write a list of fact numbers, such as `facts: [F07, F16]`.',
  fact: 'Write on one line what the fact is about.',
  value: 'Write the numbers and words of the fact on one line.',
  source: 'Write on one line where it comes from: document and edition, or `computed`.',
  dated: 'Write the date of the source, such as `Nov 2026`, or `-` for what does not age.',
  reviewBy: 'Write a date such as `2028-11-23`, or leave it out for what does not age.',
  review_by: 'Write a date such as `2028-11-23`, or leave it out.',
  reviewed: 'Write a date such as `2026-11-23`, or leave it out.',
  jurisdiction: 'Write on one line where the lesson holds, or leave it out.',
  introduction: 'Write the lines above the first question as one text.',
  items: 'List the questions of the placement check, as its head describes them.',
  question: 'Write one question on one line.',
  options: 'List the words of at least two options.',
  answer: 'Write the place of the right option, counted from 0.',
  reason: 'Write one line that teaches.',
  review: 'Write the id of the lesson that a missed question sends the learner to.',
  readyAt: 'Write how many right answers make a block ready, such as `readyAt: 3`.',
  rules: 'List the rules, each with `when` and `start`, as the head of the file describes them.',
  when: 'Name blocks by the id of their stage, as `ready` or `below`.',
  start: 'Write the id of the stage to begin with.',
  fastLane: 'Write `fastLane: { rightAnswers: 2, steps: [E17, P01] }`, or leave it out.',
  rightAnswers: 'Write a whole number of right answers.',
  skipLater: 'Write a list of stage ids, or leave it out.',
  evidence: 'Write one sentence, or leave it out.',
  otherwise: 'Write the id of a step before the start, or leave it out.',
  notes: 'List sentences for the learner, or leave it out.',
}
