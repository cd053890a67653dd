/** How much of Lambda a rate of sending needs. */
import { shardsOf } from '../functions/aws/keys.ts'

/** By measurement one worker sends some 300 a second on a whole processor; this leaves a third of it free. */
const mailsPerSecondOfLane = 200
/** Lambda gives a whole processor at 1,769 MB and shares of it below. */
const memories = [
  { mailsPerSecondMax: 50, memoryMb: 512 },
  { mailsPerSecondMax: 100, memoryMb: 1_024 },
  { mailsPerSecondMax: mailsPerSecondOfLane, memoryMb: 1_769 },
]

/** A lane reads shards of its own, so there cannot be more of them than shards. */
export const mailsPerSecondMax = shardsOf('due').length * mailsPerSecondOfLane

export interface DeliveryCapacity {
  readonly lanes: number
  readonly memoryMb: number
}

/** Answers: how many lanes, and how large, for this rate? */
export function deliveryCapacity(mailsPerSecond: number): DeliveryCapacity {
  const lanes = Math.max(1, Math.ceil(mailsPerSecond / mailsPerSecondOfLane))
  const ofLane = mailsPerSecond / lanes
  const memoryMb = memories.find((size) => ofLane <= size.mailsPerSecondMax)?.memoryMb ?? 1_769
  return { lanes, memoryMb }
}
