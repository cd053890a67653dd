/** EventBridge Scheduler: each schedule of the template, run once when the rehearsal says that its time has come. */
import type { RehearsalFunctions } from './functions.ts'
import type { Ledger } from './ledger.ts'
import { type Cloud, recordOf, textOf } from './template.ts'

export interface Scheduler {
  readonly schedules: readonly string[]
  /** Every schedule fires once: one lane after another. */
  tick(): Promise<void>
}

export function createScheduler(parts: { cloud: Cloud; ledger: Ledger; functions: RehearsalFunctions }): Scheduler {
  const { cloud, ledger, functions } = parts
  const enabled = cloud.ofType('AWS::Scheduler::Schedule').filter(([, { State }]) => State !== 'DISABLED')
  return {
    schedules: enabled.map(([, schedule]) => textOf(schedule, 'ScheduleExpression')),
    async tick() {
      for (const [id, schedule] of enabled) {
        const target = recordOf(schedule, 'Target')
        const role = textOf(target, 'RoleArn')
        ledger.demand({
          by: { service: 'scheduler.amazonaws.com' },
          action: 'sts:AssumeRole',
          resources: [role],
          context: { 'aws:sourceaccount': cloud.place.account, 'aws:sourcearn': cloud.attribute(id, 'Arn') },
        })
        const arn = textOf(target, 'Arn')
        ledger.demand({
          by: { role: cloud.idOf(role) },
          action: 'lambda:InvokeFunction',
          resources: [arn],
          context: {},
        })
        await functions.invoke(arn, JSON.parse(textOf(target, 'Input')))
      }
    },
  }
}
