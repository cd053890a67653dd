/** The shape of compiled content: what the catalog writes at build time and the functions read at run time. */
import type { Path, StepId } from '../domain/path.ts'
import type { PlacementItem, PlacementScoring } from '../domain/place.ts'

/** The per-learner values that a mail may hold. */
export const slotNames = [
  'name',
  'lessonUrl',
  'doneUrl',
  'pathUrl',
  'leaveUrl',
  'confirmUrl',
  'signInUrl',
  'goOnUrl',
  'step',
  'minutes',
  'plan',
  'questionOne',
  'answerOne',
  'questionTwo',
  'answerTwo',
  'siteUrl',
  'postalAddress',
] as const
export type SlotName = (typeof slotNames)[number]

export interface Slot {
  readonly name: SlotName
  /** HTML values are escaped before they are encoded, text values are not. */
  readonly part: 'text' | 'html'
}

/**
 * A MIME body, already quoted-printable, cut at its slots: literal, slot, literal, slot, …, literal. A literal before a
 * slot ends in a soft line break and so must an encoded value, so joining them keeps every line under 76 characters.
 */
export interface CompiledMail {
  /** For people: terminal, inbox, pages. */
  readonly subject: string
  /** The `Subject` header's value, RFC 2047 encoded and folded. */
  readonly subjectHeader: string
  /** The `Content-Type` header's value with the boundary that the body uses. */
  readonly contentType: string
  /** One more than `slots`. */
  readonly literals: readonly string[]
  readonly slots: readonly Slot[]
  readonly htmlBytes: number
}

/** A self-check question. `id` is the step's id and the question's number: `E10.1`. Texts are inline HTML. */
export interface CompiledCheck {
  readonly id: string
  readonly questionHtml: string
  readonly answerHtml: string
  readonly reasonHtml: string
}

/** A question from memory at the head of a lesson. */
export interface CompiledRecall {
  readonly questionHtml: string
  readonly answerHtml: string
  /** The lesson that it comes from. */
  readonly from?: StepId
}

/** A line of a project's rubric: four levels, from "not yet" to "strong". */
export interface CompiledCriterion {
  readonly id: string
  readonly name: string
  readonly levelsHtml: readonly string[]
}

/** Something to hear: one file, and the same in words. Texts are plain. */
export interface CompiledExample {
  /** Such as `au-comb-1ms`. */
  readonly id: string
  readonly title: string
  /** Its name under `/assets/`. */
  readonly file: string
  readonly seconds: number
  /** The whole in words. In a drill it gives the answer away. */
  readonly text: string
  /** What is heard from when on. */
  readonly places: readonly { readonly fromSeconds: number; readonly words: string }[]
  /** A question that the ear answers. */
  readonly drill?: CompiledDrill
}

interface CompiledDrill {
  readonly question: string
  readonly options: readonly string[]
  /** The right option, counted from 0. */
  readonly answer: number
  readonly reason: string
}

export interface CompiledPage {
  readonly id: StepId
  readonly outcome: string
  readonly doneWhen: string
  readonly prerequisites: readonly StepId[]
  /** Before the first heading, such as what a business lesson is not; mostly empty. */
  readonly leadHtml: string
  /** "From memory first": empty when a step has none. */
  readonly recall: readonly CompiledRecall[]
  /** Between "from memory" and "self-check": idea, example, exercise. Links to steps are `/lessons/E10`. */
  readonly bodyHtml: string
  /** To hear while doing the exercise, drills among them; empty where there is nothing. */
  readonly audio: readonly CompiledExample[]
  readonly checks: readonly CompiledCheck[]
  /** Of a project. */
  readonly rubric?: readonly CompiledCriterion[]
  /** Key terms and what comes next. */
  readonly closingHtml: string
  readonly facts: readonly string[]
  readonly reviewBy?: string
  readonly jurisdiction?: string
  readonly reviewed?: string
}

/** A step as the map shows it; unwritten ones are announced but not part of the path that is sent. */
export interface PlannedStep {
  readonly id: StepId
  readonly kind: 'lesson' | 'review' | 'project'
  readonly slug: string
  readonly title: string
  readonly minutes: number
  readonly written: boolean
}

export interface PlannedStage {
  readonly id: string
  readonly letter: string
  readonly name: string
  readonly promise: string
  readonly steps: readonly PlannedStep[]
}

/** `path.json` */
export interface CompiledPath {
  readonly path: Path
  readonly promise: string
  readonly introHtml: string
  readonly language: string
  /** The step that anybody may read before signing up. */
  readonly sample: StepId
  /** The path's title as an RFC 5322 display name, encoded: for `From` and `List-Id`. */
  readonly senderNameHeader: string
  /** Everything announced, unwritten steps included: for the map. */
  readonly plan: readonly PlannedStage[]
  /** A placement check stands beside it. */
  readonly hasPlacement?: true
}

/** `facts.json`: the facts that steps use, in the order of their numbers. */
export interface CompiledFact {
  readonly id: string
  readonly fact: string
  readonly value: string
  readonly source: string
  /** Of the source: a year, a month, or `-` for what does not age. */
  readonly dated: string
  /** V confirmed in a primary page, V2 through secondary sources, S standard theory or law, C convention. */
  readonly status: 'V' | 'V2' | 'S' | 'C'
  readonly reviewBy?: string
  readonly steps: readonly StepId[]
}

/** `glossary.json`: every term, in the order of the alphabet. */
export interface CompiledGlossary {
  readonly title: string
  readonly terms: readonly {
    readonly term: string
    readonly anchor: string
    readonly meaningHtml: string
    /** Where it is a key term. */
    readonly steps: readonly StepId[]
  }[]
}

/** `placement.json`, or `null` for a course without one: plain text, no markup. */
export interface CompiledPlacement {
  readonly introduction: string
  readonly items: readonly (PlacementItem & {
    readonly question: string
    readonly options: readonly string[]
    readonly reason: string
  })[]
  readonly scoring: PlacementScoring
  readonly notes: readonly string[]
}

/** Mails that are no steps: what a person asked for, and reminders. */
export type ServiceMailName = 'confirm' | 'sign-in' | 'nudge' | 're-entry' | 'pausing' | 'new-address' | 'old-address'
