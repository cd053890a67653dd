/**
 * What one lesson and one tick use. Units are counted by the benchmark from the requests that go out, and a test holds these
 * numbers equal to it; times depend on the machine and are rounded up.
 */

/** tests/bench/lesson-units.ts. Reads: the tick's own queries and its look at the stop switch, spread over 100 due. */
export const lessonUnits = { write: 4, read: 0.37, feedbackWrite: 1, feedbackRead: 0.5 } as const

/** tests/bench/ticks.ts: a query finds nothing and costs half a unit, the look at the stop switch one. */
export const idleTick = { queries: 72, unitsOfQuery: 0.5, unitsOfStopSwitch: 1, cpuMs: 40 } as const

/** tests/bench/lesson-cpu.ts: what a lesson keeps a whole processor busy, with the budget's quarter on top of the bare loop. */
export const lessonCpuMs = 4

/** Lambda gives a whole processor at this size and shares of it below: CPU costs the same whatever the memory. */
export const processorGb = 1_769 / 1_024
