/** The compiled course that the pages are tested on: small, with every kind of step. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  CompiledExample,
  CompiledFact,
  CompiledGlossary,
  CompiledPage,
  CompiledPath,
  CompiledPlacement,
  PlannedStep,
} from '../../functions/catalog/compiled.ts'
import type { Step, StepId } from '../../functions/domain/path.ts'
import type { Asset } from '../../functions/site/ports.ts'

const step = (id: StepId, kind: Step['kind'], stage: string, slug: string, title: string, minutes: number): Step => ({
  id,
  kind,
  stage,
  slug,
  title,
  minutes,
})

export const steps: readonly Step[] = [
  step('E01', 'lesson', 'engineering', 'eng-roles', "The engineer's job", 30),
  step('E02', 'lesson', 'engineering', 'eng-hearing', 'Protect your ears', 40),
  step('E10', 'lesson', 'engineering', 'eng-phase-comb', 'Polarity, time and comb filters', 45),
  step('P01', 'project', 'engineering', 'project-session', 'A session another engineer could reopen', 420),
  step('M07', 'lesson', 'business', 'biz-points-recoupment', 'Points, advances and recoupment', 50),
  step('F01', 'finish', 'business', 'finish', 'You have finished the path', 0),
]

const planned = ({ id, kind, slug, title, minutes }: Step, written = true): PlannedStep => ({
  id,
  kind: kind === 'finish' ? 'lesson' : kind,
  slug,
  title,
  minutes,
  written,
})

const ofStage = (stage: string) => steps.filter((each) => each.stage === stage && each.kind !== 'finish')

export const compiled: CompiledPath = {
  path: {
    id: 'engineer-to-producer',
    title: 'Engineer to Producer',
    stages: [
      { id: 'engineering', letter: 'E', name: 'Engineering', promise: 'Perfect the craft.' },
      { id: 'business', letter: 'M', name: 'Business', promise: 'The paper that a record stands on.' },
    ],
    steps,
    gate: { graceDays: 14, afterwards: 'go-on' },
  },
  promise: 'From a reliable engineer to the producer of a finished record.',
  introHtml: '<p>Two stages.</p>',
  language: 'en-GB',
  sample: 'E10',
  hasPlacement: true,
  senderNameHeader: 'Engineer to Producer',
  plan: [
    {
      id: 'engineering',
      letter: 'E',
      name: 'Engineering',
      promise: 'Perfect the craft.',
      steps: [
        ...ofStage('engineering')
          .slice(0, 2)
          .map((each) => planned(each)),
        planned(step('E07', 'lesson', 'engineering', 'eng-latency-cues', 'Latency and headphone mixes', 50), false),
        ...ofStage('engineering')
          .slice(2)
          .map((each) => planned(each)),
      ],
    },
    {
      id: 'business',
      letter: 'M',
      name: 'Business',
      promise: 'The paper that a record stands on.',
      steps: ofStage('business').map((each) => planned(each)),
    },
  ],
}

const rubric = ['Time and polarity', 'Recall'].map((name) => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  levelsHtml: [1, 2, 3, 4].map((level) => `${name} at <em>level</em> ${level}.`),
}))

const example: CompiledExample = {
  id: 'au-comb',
  title: 'Noise with a late copy',
  file: 'au-comb.0a1b2c3d.mp3',
  seconds: 8.6,
  text: 'Noise, then the same & hollow.',
  places: [
    { fromSeconds: 0, words: 'Plain noise' },
    { fromSeconds: 4.6, words: 'With the copy' },
  ],
}

const drill: CompiledExample = {
  ...example,
  id: 'au-drill-comb',
  title: 'Which copy is later?',
  drill: {
    question: 'First or second?',
    options: ['The first', 'The second'],
    answer: 1,
    reason: 'Its notch lies lower.',
  },
}

export function compiledPage(id: StepId): CompiledPage {
  return {
    id,
    outcome: 'Predict the first three notch frequencies.',
    doneWhen: 'You have a table of predicted and measured notches.',
    prerequisites: id === 'E10' ? ['E02'] : [],
    leadHtml: id === 'E10' ? '<p><em>Not legal advice.</em></p>' : '',
    recall: [{ questionHtml: 'Which send keeps feeding the headphones?', answerHtml: 'a pre-fader send', from: 'E02' }],
    bodyHtml: '<h2>The arithmetic</h2><p>Let the copy be late by <em>t</em> seconds.</p>',
    audio: id === 'E10' ? [example, drill] : [],
    checks: [1, 2, 3].map((number) => ({
      id: `${id}.${number}`,
      questionHtml: `Question ${number}?`,
      answerHtml: `Answer ${number}.`,
      reasonHtml: `Reason ${number}.`,
    })),
    ...(id === 'P01' ? { rubric } : {}),
    closingHtml: '<h2>Key terms</h2><p><strong>Comb filter</strong>: peaks and notches.</p>',
    facts: [],
  }
}

export const facts: readonly CompiledFact[] = [
  {
    id: 'F16',
    fact: 'Speed of sound',
    value: '343 m/s at 20 C',
    source: 'physics',
    dated: '-',
    status: 'S',
    steps: ['E02', 'E10'],
  },
  {
    id: 'F30',
    fact: 'NIOSH limit',
    value: '85 dBA 8 h',
    source: 'NIOSH page',
    dated: 'Nov 2026',
    status: 'V',
    reviewBy: '2028-11-23',
    steps: ['E02'],
  },
]

export const glossary: CompiledGlossary = {
  title: 'Words of the trade',
  terms: [
    { term: 'Comb filter', anchor: 'term-comb-filter', meaningHtml: 'Peaks and <em>notches</em>.', steps: ['E10'] },
    { term: 'Latency', anchor: 'term-latency', meaningHtml: 'Delay.', steps: [] },
  ],
}

const question = (id: string, stage: string, answer: number, review: StepId) => ({
  ...{ id, stage, answer, review },
  question: `Question ${id}?`,
  options: ['first', 'second'],
  reason: `Reason ${id}.`,
})

/** Two blocks of two; the second stage is reached with both of the first right. */
export const placement: CompiledPlacement = {
  introduction: 'Four questions, and you decide.',
  items: [
    question('PL01', 'engineering', 0, 'E02'),
    question('PL02', 'engineering', 1, 'E10'),
    question('PL03', 'business', 0, 'M07'),
    question('PL04', 'business', 1, 'M07'),
  ],
  scoring: {
    readyAt: 2,
    rules: [
      { when: { engineering: 'below' }, start: 'engineering', fastLane: { rightAnswers: 1, steps: ['P01'] } },
      { when: {}, start: 'business', evidence: 'A song of yours.', otherwise: 'P01' },
    ],
  },
  notes: ['Both are good.'],
}

export const assetFolder = join(import.meta.dirname, '../../functions/site/assets')

export const contentTypes: Readonly<Record<string, string>> = {
  'style.css': 'text/css; charset=utf-8',
  'site.js': 'text/javascript; charset=utf-8',
}

export function assetOf(name: string): Asset | undefined {
  const contentType = contentTypes[name]
  if (contentType === undefined) return undefined
  return {
    url: `/assets/${name.replace('.', '.0a1b2c3d.')}`,
    contentType,
    body: new Uint8Array(readFileSync(join(assetFolder, name))),
  }
}
