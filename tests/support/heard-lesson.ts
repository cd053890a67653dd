/** The second lesson of the small course with something to hear. */
import { type Changes, files, swap } from './content.ts'

/** A change by which the lesson plays these examples. */
export function plays(ids: string): Changes {
  return {
    [files.second]: swap('figure_alt: "One, two, three."\n', `figure_alt: "One, two, three."\naudio: [${ids}]\n`),
  }
}

/** An example and a drill, made, and the lesson that plays them. */
export const heard: Changes = {
  ...plays('au-count'),
  'small/audio/au-count.yaml': `kind: noise
title: "Count"
text: "We count to one & then to two."
parts:
  - { name: "One", seconds: 1 }
  - { name: "Two, with a copy 1 ms late", seconds: 1.5, copy: { delayMs: 1 } }
drill:
  question: "How many?"
  options: ["one", "two"]
  answer: "two"
  reason: "You heard two."
`,
  'small/audio/au-count.mp3': 'a sound',
}
