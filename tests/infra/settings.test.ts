import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkSettings, exampleSettingsFile, readSettingsFile } from '../../infra/settings.ts'

const example = JSON.parse(JSON.stringify(readSettingsFile(exampleSettingsFile))) as Record<string, unknown>

function findingsOf(changes: Readonly<Record<string, unknown>>): readonly string[] {
  const checked = checkSettings({ ...example, ...changes })
  return checked.ok ? [] : checked.findings.map(({ field, says }) => `${field}: ${says}`)
}

const domain = (more: object = {}) => ({ kind: 'domain', domain: 'learn.example.org', ...more })

describe('settings', () => {
  it('of the example can be deployed', () => {
    expect(findingsOf({})).toEqual([])
  })

  it.each(['region', 'senderAddress', 'replyTo', 'operatorName', 'postalAddress', 'operatorAddress', 'learners'])(
    'without %s are refused by that name, with what to write',
    (field) => {
      const [finding, ...others] = findingsOf({ [field]: undefined })

      expect(finding).toMatch(new RegExp(`^${field}: is missing.*Write`))
      expect(others).toEqual([])
    },
  )

  it.each([
    ['a Region without SES', { region: 'cn-north-1' }, /^region: "cn-north-1" has no SES\. Choose one of af-south-1/],
    ['a name around the sender', { senderAddress: 'Ada <ada@example.org>' }, /^senderAddress: is not a plain address/],
    [
      'a sender beyond seven bits',
      { senderAddress: 'zoë@learn.example.org' },
      /^senderAddress: is not a plain address/,
    ],
    ['a line break in a name', { operatorName: 'Ada\nBcc: all' }, /^operatorName: holds a line break/],
    ['a domain with a path', { identity: domain({ domain: 'https://x.org/' }) }, /^identity\.domain: is not a domain/],
    ['a kind that there is not', { identity: { kind: 'other' } }, /^identity.*: must say its kind/],
    ['a zone id by its path', zone('/hostedzone/Z1'), /^identity\.hostedZone\.id: is no hosted zone/],
    ['half a learner', { learners: 1.5 }, /^learners: is not whole/],
    ['nobody', { learners: 0 }, /^learners: is too small/],
    ['a rate of nothing', { mailsPerSecond: 0 }, /^mailsPerSecond: must be above 0/],
    ['a site with a path', { embedOrigins: ['https://studio.example/form'] }, /^embedOrigins.0: is not the origin/],
    ['one site that is no list', { embedOrigins: 'https://studio.example' }, /^embedOrigins: must be a list/],
    ['a log for ever', { logDays: 0 }, /^logDays: must be one of 1, 3/],
    ['a typing mistake', { replyto: 'x@example.org' }, /^replyto: is no setting/],
    ['a website without its zone', { website: { domain: 'course.example.org' } }, /^website: must hold "domain" and/],
  ])('with %s are refused', (_what, changes, says) => {
    expect(findingsOf(changes)[0]).toMatch(says)
  })

  it.each([
    [
      'a free-mail sender',
      { senderAddress: 'ada@gmail.com', identity: domain({ domain: 'gmail.com' }) },
      /^senderAddress: gmail\.com belongs to a mail provider.*DMARC.*domain of your own/,
    ],
    [
      'a sender of another domain than the identity',
      { senderAddress: 'ada@other.org' },
      /^senderAddress: is ada@other\.org, but the identity is learn\.example\.org.*refuse every mail/,
    ],
    [
      'a sender that only ends alike',
      { senderAddress: 'ada@notlearn.example.org' },
      /^senderAddress: is ada@notlearn\.example\.org, but/,
    ],
    [
      'a domain outside its zone',
      { identity: domain({ hostedZone: { id: 'Z1', name: 'other.org' } }) },
      /^identity\.domain: learn\.example\.org is not in the hosted zone other\.org/,
    ],
    [
      'a certificate of another Region',
      { website: { domain: 'c.example.org', certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a' } },
      /^website\.certificateArn: is not in eu-west-1/,
    ],
    [
      'more learners than the rate can serve in time',
      { learners: 1_000_000 },
      /^mailsPerSecond: 14 mails a second need 23 hours .* at most 3 hours late\. Ask SES for 103 a second/,
    ],
    ['a rate beyond the service', { mailsPerSecond: 50_000 }, /^mailsPerSecond: is more than this service can send/],
    [
      'fewer workers than lanes',
      { mailsPerSecond: 500, reservedConcurrency: 1 },
      /^reservedConcurrency: At 500 mails a second 3 workers/,
    ],
    [
      'a trial that is faster than the sandbox',
      { identity: { kind: 'sandbox-address' } },
      /^mailsPerSecond: The sandbox sends one mail a second/,
    ],
  ])('with %s do not fit together', (_what, changes, says) => {
    expect(findingsOf(changes)[0]).toMatch(says)
  })

  it('take a free-mail sender for a trial, and a subdomain of an identity that exists', () => {
    const trial = {
      senderAddress: 'ada@gmail.com',
      identity: { kind: 'sandbox-address' },
      learners: 5,
      mailsPerSecond: 1,
    }

    expect(findingsOf(trial)).toEqual([])
    expect(findingsOf({ identity: { kind: 'existing', name: 'example.org' } })).toEqual([])
  })

  it('tell everything at once', () => {
    expect(findingsOf({ region: 'x', learners: -1, replyTo: 'nobody' })).toHaveLength(3)
  })
})

describe('a settings file', () => {
  const file = (text: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'talkback-settings-')), 'settings.json')
    writeFileSync(path, text)
    return path
  }

  it('that is no JSON, or is not there, is named with what to do', () => {
    expect(() => readSettingsFile(file('{ "region": '))).toThrow(/settings\.json is not JSON .*"npm run setup"/)
    expect(() => readSettingsFile('/nowhere/settings.json')).toThrow(/cannot be read.*"npm run setup"/)
  })

  it('that is wrong stops everything with a line a fault', () => {
    const wrong = file(JSON.stringify({ ...example, region: 'x', learners: 0 }))

    expect(() => readSettingsFile(wrong)).toThrow(/cannot be deployed:\n {2}region: .*\n {2}learners: /)
  })
})

function zone(id: string) {
  return { identity: domain({ hostedZone: { id, name: 'example.org' } }) }
}
