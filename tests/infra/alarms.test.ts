import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { emptySummary, measuresOf, type TickSummary } from '../../functions/journey/tick-summary.ts'
import { functionNames } from '../../infra/bundling.ts'
import { tickMeasures } from '../../infra/metrics.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { synthesise } from './synthesised.ts'

const textOf = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8')
const runbook = textOf('infra/RUNBOOK.md')
const readme = textOf('README.md')
const functionsFolder = fileURLToPath(new URL('../../functions/', import.meta.url))
const sources = readdirSync(functionsFolder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(functionsFolder, name), 'utf8'))
const stack = synthesise()
const alarms = stack.ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties)
const named = (name: string) => alarms.find((alarm) => alarm['AlarmName'] === `Talkback/${name}`)

/** Complete by its type. */
const everyBrake: Readonly<Record<NonNullable<TickSummary['braked']>, true>> = {
  rate: true,
  'daily-quota': true,
  'daily-room': true,
  paused: true,
  configuration: true,
  unreachable: true,
  'same-fault': true,
  time: true,
  stopped: true,
}

describe('the alarms', () => {
  it('are the headings of the runbook, no more and no fewer', () => {
    const headings = [...runbook.matchAll(/^## (Talkback\/\w+)$/gm)].map(([, name]) => name)

    expect(headings.toSorted()).toEqual(alarms.map((alarm) => alarm['AlarmName']).toSorted())
  })

  it.each(alarms.map((alarm) => String(alarm['AlarmName'])))('%s is described, investigated and resolved', (name) => {
    const section = runbook.split(/^#{1,2} /m).find((part) => part.startsWith(`${name}\n`)) ?? ''

    const parts = ['**Description.**', '**Investigation.**', '**Resolution.**'].map((part) => section.indexOf(part))
    expect(parts).toEqual(parts.toSorted((a, b) => a - b))
    expect(Math.min(...parts)).toBeGreaterThan(0)
  })

  it('each end with where to read on, and reach the operator in both directions', () => {
    for (const alarm of alarms) {
      expect(alarm['AlarmDescription']).toMatch(new RegExp(`infra/RUNBOOK.md, ${alarm['AlarmName']}$`))
      expect(alarm['AlarmActions']).toEqual([{ Ref: 'AlarmsTopic3A2DFEBA' }])
      expect(alarm['OKActions']).toEqual([{ Ref: 'AlarmsTopic3A2DFEBA' }])
    }
    stack.template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operator@example.org',
      TopicArn: { Ref: 'AlarmsTopic3A2DFEBA' },
    })
  })

  it('take missing ticks for trouble, and missing trouble for peace', () => {
    const breaching = alarms.filter((alarm) => alarm['TreatMissingData'] === 'breaching')

    expect(breaching.map((alarm) => alarm['AlarmName'])).toEqual(['Talkback/DueNotSent'])
  })

  it('ring before SES reviews the account, and again when it does', () => {
    expect([named('BouncesRising')?.['Threshold'], named('BouncesHigh')?.['Threshold']]).toEqual([0.02, 0.05])
    expect([named('ComplaintsRising')?.['Threshold'], named('ComplaintsHigh')?.['Threshold']]).toEqual([0.0005, 0.001])
  })

  it('keep a tenth of the learners of the day’s quota in sight', () => {
    expect(named('DailyQuotaLow')).toMatchObject({
      Threshold: 100,
      ComparisonOperator: 'LessThanOrEqualToThreshold',
      Statistic: 'Minimum',
    })
  })

  it('watch numbers that a tick writes', () => {
    const written = Object.keys(measuresOf(emptySummary({ ratePerSecond: 14, leftToday: 200 })))

    expect(written.toSorted()).toEqual([...tickMeasures].toSorted())
  })
})

describe('the runbook', () => {
  it('names only outputs, functions and commands that there are, and so does the README', () => {
    const all = (pattern: RegExp, text = runbook) => new Set([...text.matchAll(pattern)].map(([, name]) => name))
    const functions = new Set(functionNames.map((name) => String(name)))

    expect(Object.keys(stack.outputs)).toEqual(
      expect.arrayContaining([...all(/\$\(output (\w+)\)/g, runbook + readme)]),
    )
    expect(all(/^logs (\w+) /gm)).toEqual(functions)
    expect(Object.keys(packageJson.scripts)).toEqual(
      expect.arrayContaining([...all(/npm run (?:--silent )?([\w-]+)/g, runbook + readme)]),
    )
  })

  it('looks for lines that the functions write', () => {
    const sought = [...runbook.matchAll(/grep (?:-E )?'?([a-z]+-[a-z|-]+)/g)].flatMap(([, names]) => names?.split('|'))

    expect(sought).toContain('step-failed')
    for (const event of sought) {
      const line = new RegExp(`log\\.(warn|error)\\('${event}'`)
      expect(
        sources.some((text) => line.test(text)),
        event,
      ).toBe(true)
    }
    const brakes = [...(/\(`braked`\): (.*?)\./s.exec(runbook)?.[1] ?? '').matchAll(/`([\w-]+)`/g)].map(
      ([, name]) => name,
    )
    expect(brakes.toSorted()).toEqual(Object.keys(everyBrake).toSorted())
  })

  it('says how a secret is brought back', () => {
    expect(runbook).toMatch(/^# Keys$.*update-secret-version-stage.*--version-stage AWSCURRENT/ms)
  })
})

describe('the dashboard', () => {
  it('shows what the operator asks for', () => {
    const body = JSON.stringify(stack.ofType('AWS::CloudWatch::Dashboard')[0]?.[1].Properties)

    for (const metric of [
      'due',
      'sent',
      'oldestDueAge',
      'unknown',
      'Bounce',
      'Complaint',
      'signUps',
      'Latency',
      'Errors',
      'EstimatedCharges',
    ]) {
      expect(body).toContain(`\\"${metric}\\"`)
    }
  })
})
