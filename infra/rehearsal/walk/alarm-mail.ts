import { ringEveryAlarm } from '../alarm-actions.ts'
import type { Stage } from '../stage.ts'
import { insist } from './insist.ts'

/** Every alarm reaches a person when it rings and when it is over. */
export async function walkAlarmMail(stage: Stage): Promise<void> {
  const alarms = ringEveryAlarm(stage)
  const letters = stage.topics.letters.length
  insist(
    alarms > 0 && letters === 2 * alarms,
    `${alarms} alarms rang and were over, and ${letters} letters came of it.`,
  )
}
