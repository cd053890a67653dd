/** Pink noise: the same in every part, so that only the treatment differs. */
import { positive } from '../fields.ts'
import { defineKind } from '../kind.ts'
import { pinkNoise } from '../random.ts'
import { samplesIn } from '../samples.ts'

const seed = 1

export const noise = defineKind({
  entries: {},
  part: { seconds: positive },
  bitRateKbps: 128,
  seconds: ({ seconds }) => seconds,
  render: ({ seconds }) => pinkNoise(samplesIn(seconds), seed),
})
