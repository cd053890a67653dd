import { describe, expect, it } from 'vitest'
import { openDns } from '../../../infra/doctor/network-ports.ts'
import { dnsOf, domain, examine, identity, portsFactory, records, settingsFactory } from './healthy-world.ts'

const withRecords = (changes: Readonly<Record<string, readonly string[]>>) =>
  portsFactory({ dns: dnsOf({ ...records, ...changes }) })
const withIdentity = (changes: Partial<typeof identity>, found = records) =>
  portsFactory({ ses: { identity: async () => ({ ...identity, ...changes }) }, dns: dnsOf(found) })
const dkim = (changes: Partial<typeof identity.dkim>) => ({ dkim: { ...identity.dkim, ...changes } })
const mailFrom = (status: string, rejectsOnFailure = false) => ({
  mailFrom: { domain: `bounces.${domain}`, status, rejectsOnFailure },
})

describe('SPF', () => {
  const of = async (...texts: string[]) => (await examine(withRecords({ [`TXT bounces.${domain}`]: texts })))['SPF']

  it.each([
    ['no record', [], 'has no record'],
    ['records of other kinds only', ['google-site-verification=x'], 'has no record'],
    ['two records', ['v=spf1 include:amazonses.com ~all', 'v=spf1 ~all'], 'has 2 records'],
    ['another sender’s record', ['v=spf1 include:_spf.example.com ~all'], 'does not allow SES'],
    ['a name that only looks like SES', ['v=spf1 include:amazonses.com.example.net ~all'], 'does not allow SES'],
  ])('wants attention with %s', async (_, texts, says) => {
    expect(await of(...texts)).toMatchObject({ verdict: 'attention', says: expect.stringContaining(says) })
  })

  it('accepts SES among others', async () => {
    expect(await of('v=spf1 include:_spf.example.com include:amazonses.com -all')).toMatchObject({ verdict: 'ok' })
  })

  it('is not known when DNS does not answer', async () => {
    const resolveTxt = async () => {
      throw Object.assign(new Error('queryTxt ESERVFAIL'), { code: 'ESERVFAIL' })
    }
    const dns = openDns({ resolveTxt, resolveMx: async () => [], resolveCname: async () => [] })
    const findings = await examine(portsFactory({ dns }))

    expect(findings['SPF']).toMatchObject({ verdict: 'not known', says: expect.stringContaining('ESERVFAIL') })
    expect(findings['DMARC']?.verdict).toBe('not known')
  })

  it('joins the pieces of a long record, and takes a name that is not there for one without records', async () => {
    const resolveTxt = async (name: string) => {
      if (name === 'long.example.org') return [['v=spf1 include:', 'amazonses.com ~all']]
      throw Object.assign(new Error('queryTxt ENOTFOUND'), { code: 'ENOTFOUND' })
    }
    const dns = openDns({ resolveTxt, resolveMx: async () => [], resolveCname: async () => [] })

    expect(await dns.txt('long.example.org')).toEqual(['v=spf1 include:amazonses.com ~all'])
    expect(await dns.txt('nowhere.example.org')).toEqual([])
  })
})

describe('DMARC', () => {
  const own = `TXT _dmarc.${domain}`
  const parent = 'TXT _dmarc.example.org'
  const of = async (changes: Record<string, readonly string[]>, settings = settingsFactory()) =>
    (await examine(withRecords(changes), settings))['DMARC']

  it('takes the parent domain’s record where the sender’s has none, by its policy for subdomains', async () => {
    expect(await of({ [own]: [], [parent]: ['v=DMARC1; p=reject; sp=quarantine'] })).toMatchObject({
      verdict: 'ok',
      says: 'p=quarantine, from _dmarc.example.org',
    })
  })

  it.each([
    ['no record anywhere', { [own]: [] }, 'has no record'],
    ['two records', { [own]: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] }, 'has 2 records'],
    ['a record without a policy', { [own]: ['v=DMARC1; rua=mailto:a@example.org'] }, 'names no policy'],
  ])('wants attention with %s', async (_, changes, says) => {
    expect(await of(changes)).toMatchObject({ verdict: 'attention', says: expect.stringContaining(says) })
  })

  it('sees that strict DKIM refuses a sender below the identity', async () => {
    const settings = settingsFactory({ senderAddress: `lou@post.${domain}` })

    expect(await of({ [own]: ['v=DMARC1; p=reject; adkim=s'] }, settings)).toMatchObject({
      verdict: 'attention',
      says: expect.stringContaining('strict DKIM'),
    })
    expect(await of({ [own]: ['v=DMARC1; p=reject; adkim=r'] }, settings)).toMatchObject({ verdict: 'ok' })
  })
})

describe('DKIM', () => {
  it('names the records that are missing', async () => {
    const { [`CNAME two._domainkey.${domain}`]: _, ...found } = records
    const finding = (await examine(withIdentity(dkim({ status: 'PENDING' }), found)))['DKIM']

    expect(finding).toMatchObject({
      verdict: 'broken',
      remedy: `Put in: CNAME two._domainkey.${domain} two.dkim.amazonses.com`,
    })
  })

  it.each(['PENDING', 'FAILED', 'TEMPORARY_FAILURE', 'NOT_STARTED'])(
    'wants patience when SES says %s and the records are there',
    async (status) => {
      expect((await examine(withIdentity(dkim({ status }))))['DKIM']).toMatchObject({ verdict: 'attention' })
    },
  )

  it('is broken when signing is off', async () => {
    expect((await examine(withIdentity(dkim({ isOn: false }))))['DKIM']).toMatchObject({
      verdict: 'broken',
      remedy: expect.stringContaining('--signing-enabled'),
    })
  })
})

describe('MAIL FROM', () => {
  it('says which record is missing', async () => {
    const { [`MX bounces.${domain}`]: _, ...found } = records

    expect((await examine(withIdentity(mailFrom('FAILED'), found)))['MAIL FROM']).toMatchObject({
      verdict: 'attention',
      remedy: `Put in: MX bounces.${domain} 10 feedback-smtp.eu-west-1.amazonses.com`,
    })
  })

  it('is broken where SES is told to refuse mail without it', async () => {
    expect((await examine(withIdentity(mailFrom('PENDING', true))))['MAIL FROM']).toMatchObject({ verdict: 'broken' })
  })

  it('wants attention where the identity has none', async () => {
    const { mailFrom: _, ...without } = identity
    const settings = settingsFactory({ identity: { kind: 'existing', name: domain } })
    const findings = await examine(portsFactory({ ses: { identity: async () => without } }), settings)

    expect(findings['MAIL FROM']).toMatchObject({ verdict: 'attention' })
    expect(findings['SPF']).toMatchObject({ verdict: 'ok', says: expect.stringContaining("SES's own") })
  })
})
