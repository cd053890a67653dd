/** CloudWatch: every alarm of the template rings once and is over once. */
import { type Cloud, listOf, textOf } from './template.ts'
import type { Topics } from './topics.ts'

/** Answers: how many alarms there are. */
export function ringEveryAlarm({ cloud, topics }: { cloud: Cloud; topics: Topics }): number {
  const alarms = cloud.ofType('AWS::CloudWatch::Alarm')
  for (const [id, alarm] of alarms) {
    const by = { service: 'cloudwatch.amazonaws.com', source: cloud.attribute(id, 'Arn') }
    for (const topic of listOf(alarm, 'AlarmActions')) topics.publish(topic, by, `ALARM ${textOf(alarm, 'AlarmName')}`)
    for (const topic of listOf(alarm, 'OKActions')) topics.publish(topic, by, `OK ${textOf(alarm, 'AlarmName')}`)
  }
  return alarms.length
}
