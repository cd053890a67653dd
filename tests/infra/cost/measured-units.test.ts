import { describe, expect, it } from 'vitest'
import { shardsOf } from '../../../functions/aws/keys.ts'
import { idleTick, lessonUnits } from '../../../infra/cost/measured-units.ts'
import { stackParts } from '../../../infra/cost/usage.ts'
import { tickMeasures } from '../../../infra/metrics.ts'
import { synthesise } from '../synthesised.ts'
import { benchmarkUnits, enrolled } from './benchmark.ts'

describe('the units that the bill is reckoned from', () => {
  it('are those that the benchmark counts', async () => {
    const measured = await benchmarkUnits()

    expect(measured).toMatchObject({
      'sending, writes a lesson': lessonUnits.write,
      'sending, reads a lesson': lessonUnits.read,
      'feedback apart, writes a lesson': lessonUnits.feedbackWrite,
      'feedback apart, reads a lesson': lessonUnits.feedbackRead,
      [`${enrolled} enrolled, read and write units`]:
        idleTick.queries * idleTick.unitsOfQuery + idleTick.unitsOfStopSwitch,
    })
  })

  it('ask each shard of an idle tick once', () => {
    expect(idleTick.queries).toBe(shardsOf('now').length + shardsOf('due').length)
  })
})

describe('the parts that are paid for each month', () => {
  it('are those of the template', () => {
    const stack = synthesise()
    const alarms = stack.ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties)
    // An alarm on several metrics costs as many; the expression itself is no metric.
    const metricsOf = (alarm: (typeof alarms)[number]) => {
      const metrics = alarm['Metrics'] as readonly { readonly MetricStat?: object }[] | undefined
      return metrics === undefined ? 1 : metrics.filter(({ MetricStat }) => MetricStat !== undefined).length
    }

    expect(stackParts).toEqual({
      metrics: tickMeasures.length + stack.ofType('AWS::Logs::MetricFilter').length,
      alarmMetrics: alarms.reduce((sum, alarm) => sum + metricsOf(alarm), 0),
      dashboards: stack.ofType('AWS::CloudWatch::Dashboard').length,
      secrets: stack.ofType('AWS::SecretsManager::Secret').length,
    })
  })
})
