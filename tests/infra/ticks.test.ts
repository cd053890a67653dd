import { describe, expect, it } from 'vitest'
import { deliveryCapacity } from '../../infra/sending-capacity.ts'
import { synthesise } from './synthesised.ts'

describe('the tick', () => {
  const stack = synthesise()

  it('comes each minute and ends before the next one', () => {
    stack.template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Input: '{"lane":0,"lanes":1}', RetryPolicy: { MaximumRetryAttempts: 0 } },
    })
    expect(stack.function('talkback-deliver').Properties['Timeout']).toBeLessThan(60)
  })

  it('is not tried again by Lambda either, whose policy is the one that counts', () => {
    stack.template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
    })
  })

  it('has as many lanes as the rate needs, each with its number', () => {
    const fast = synthesise({ mailsPerSecond: 500 })

    const inputs = fast.ofType('AWS::Scheduler::Schedule').map(([, { Properties }]) => Properties['Target'])
    expect(inputs.map((target) => (target as { Input: string }).Input)).toEqual([
      '{"lane":0,"lanes":3}',
      '{"lane":1,"lanes":3}',
      '{"lane":2,"lanes":3}',
    ])
  })

  it.each([
    [1, { lanes: 1, memoryMb: 512 }],
    [14, { lanes: 1, memoryMb: 512 }],
    [100, { lanes: 1, memoryMb: 1_024 }],
    [200, { lanes: 1, memoryMb: 1_769 }],
    [300, { lanes: 2, memoryMb: 1_769 }],
  ])('at %i mails a second is as large as that needs', (rate, capacity) => {
    expect(deliveryCapacity(rate)).toEqual(capacity)
  })

  it('sets concurrency aside only when the operator says so', () => {
    const set = synthesise({ reservedConcurrency: 2 })

    expect(set.function('talkback-deliver').Properties['ReservedConcurrentExecutions']).toBe(2)
  })
})
