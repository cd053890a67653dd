import { describe, expect, it } from 'vitest'
import { createLog } from '../../functions/runtime/log.ts'

describe('the log', () => {
  it('writes one JSON object a line, with level and event first', () => {
    const lines: string[] = []
    const log = createLog((line) => lines.push(line))

    log.info('tick', { sent: 3 })
    log.warn('mail-not-sent', { trouble: 'rate' })
    log.error('step-failed')

    expect(lines).toEqual([
      '{"level":"info","event":"tick","sent":3}',
      '{"level":"warn","event":"mail-not-sent","trouble":"rate"}',
      '{"level":"error","event":"step-failed"}',
    ])
  })

  it('keeps a text with line ends on one line', () => {
    const lines: string[] = []

    createLog((line) => lines.push(line)).error('step-failed', { error: 'one\ntwo' })

    expect(lines[0]).not.toContain('\n')
  })

  it('writes numbers as metrics too, in CloudWatch’s embedded format', () => {
    const lines: string[] = []
    const at = Date.parse('2027-03-01T06:00:00Z')

    createLog((line) => lines.push(line)).measure('tick', at, { sent: { value: 3, unit: 'Count' } }, { lane: 0 })

    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        level: 'info',
        event: 'tick',
        lane: 0,
        sent: 3,
        _aws: {
          Timestamp: at,
          CloudWatchMetrics: [{ Namespace: 'Talkback', Dimensions: [[]], Metrics: [{ Name: 'sent', Unit: 'Count' }] }],
        },
      },
    ])
  })
})
