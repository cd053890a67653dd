import { describe, expect, it } from 'vitest'
import { type Deployed, nextSteps } from '../../../infra/commands/next-steps.ts'
import { settingsFactory } from '../synthesised.ts'
import { outputs, sendingFactory } from './stand-ins.ts'

const settings = settingsFactory({ operatorName: 'Ada’s Studio', postalAddress: "1 O'Connell Street, Dublin" })
const trial = { senderAddress: 'ada@gmail.com', identity: { kind: 'sandbox-address' }, learners: 5, mailsPerSecond: 1 }

function steps(changes: Partial<Deployed> = {}): readonly string[] {
  const deployed = { settings, outputs, sending: sendingFactory(), sender: 'verified', isFirst: false } as const
  const [, , ...numbered] = nextSteps({ ...deployed, ...changes }).split(/\n\n(?=\d+\. |What)/)
  return numbered
}

describe('what is left to do', () => {
  it('is only to try it, when everything is in order', () => {
    expect(steps()).toEqual([
      `1. Try it: sign up at ${outputs.SiteUrl}/sign-up with your own address, confirm, and read the first lesson.`,
    ])
  })

  it('begins with the records of a domain whose zone is elsewhere, and with waiting for SES', () => {
    const [records, verification] = steps({
      outputs: { ...outputs, DnsDkim1: 'CNAME x y', DnsSpf: 'TXT b v=spf1' },
      sender: 'unverified',
    })

    expect(records).toMatch(/^1\. Put these records .*\n {5}CNAME x y\n {5}TXT b v=spf1\n {3}SES looks for them\.$/)
    expect(verification).toMatch(/^2\. Wait until SES has verified the sender/)
  })

  it('for a trial is the link in SES’s mail', () => {
    expect(steps({ settings: settingsFactory(trial), sender: 'unverified' })[0]).toMatch(/ada@gmail\.com/)
  })

  it('asks for the alarm address to be confirmed, the first time only', () => {
    expect(steps({ isFirst: true })[0]).toMatch(/operator@example\.org gets: without it no alarm reaches you/)
  })

  it('drafts the request to leave the sandbox so that a shell takes it as it stands', () => {
    const [request, , last] = steps({
      sending: sendingFactory({ isSandbox: true, mailsADay: 200, plan: 'ESSENTIALS' }),
    })

    expect(request).toMatch(/Leave the sandbox: until then SES sends 200 mails a day/)
    expect(request).toContain('aws sesv2 put-account-details --production-access-enabled --mail-type MARKETING')
    expect(request).toContain("1 O'\\''Connell Street, Dublin")
    expect(request).toMatch(/double opt-in.*1000 learners.*RFC 8058/)
    expect(last).toMatch(/In the sandbox your address must be verified first: aws sesv2 create-email-identity/)
  })

  it('names the plan that costs less', () => {
    const [plan] = steps({ sending: sendingFactory({ plan: 'ESSENTIALS' }) })

    expect(plan).toMatch(/on ESSENTIALS.*0\.10 USD.*0\.16/)
    expect(plan).toContain('aws sesv2 put-account-pricing-attributes --plan NONE --region eu-west-1')
  })

  it('says when SES is paused, or gives less than the settings say', () => {
    expect(steps({ sending: sendingFactory({ isPaused: true }) })[0]).toMatch(/SES has paused sending/)
    expect(steps({ sending: sendingFactory({ mailsPerSecond: 1 }) })[0]).toMatch(
      /1 mails? a second; your settings say 14/,
    )
  })
})
