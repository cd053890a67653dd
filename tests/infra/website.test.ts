import { describe, expect, it } from 'vitest'
import type { LinkPurpose } from '../../functions/journey/ports.ts'
import { addresses } from '../../functions/site/addresses.ts'
import { consentText } from '../../functions/site/consent-text.ts'
import { accessLogFields } from '../../infra/access-log.ts'
import { siteFixture, token } from '../support/site.ts'
import { synthesise } from './synthesised.ts'

const stack = synthesise()
const stage = stack.resources['WebsiteStage2D9D988D']

interface Throttle {
  readonly ThrottlingRateLimit: number
  readonly ThrottlingBurstLimit: number
}

/** Such mail is braked by where the request comes from; a mail that a token or a day limits is not. */
async function pagesThatAskWhereFrom(): Promise<readonly string[]> {
  const { site } = siteFixture()
  const paths = new Set(site.routes.filter(({ method }) => method === 'POST').map(({ path }) => path))
  const tokens = (['again', 'lesson', 'sign-in'] satisfies readonly LinkPurpose[]).map((purpose) => token(purpose))
  const asked = await Promise.all([...paths].map(async (path) => ((await asksWhereFrom(path, tokens)) ? [path] : [])))
  return asked.flat().toSorted()
}

async function asksWhereFrom(path: string, tokens: readonly string[]): Promise<boolean> {
  const { site, journey } = siteFixture()
  const pace = { days: ['1'], time: '07:00', zone: 'Europe/Berlin' }
  const form = { address: 'ada@example.com', consent: consentText.version, ...pace }
  for (const t of tokens) {
    await site.request(path, { method: 'POST', body: new URLSearchParams({ ...form, days: '1', t }) })
    const headers = { 'Content-Type': 'application/json', Origin: 'https://studio.example' }
    await site.request(path, { method: 'POST', body: JSON.stringify({ ...form, t }), headers })
  }
  const wishes = Object.values(journey).flatMap((spy) => spy.mock.calls.flat())
  return wishes.some((wish) => typeof wish === 'object' && wish !== null && 'source' in wish)
}

describe('the website', () => {
  it('is slower to make mails than to show pages', () => {
    const limits = Object(stage?.Properties['RouteSettings']) as Readonly<Record<string, Throttle>>
    const pages = Object(stage?.Properties['DefaultRouteSettings']) as Throttle

    expect(Object.keys(limits)).toContain(`POST ${addresses.signUp}`)
    for (const limit of Object.values(limits)) {
      expect(limit.ThrottlingRateLimit).toBeLessThan(pages.ThrottlingRateLimit)
      expect(limit.ThrottlingBurstLimit).toBeLessThan(pages.ThrottlingBurstLimit)
    }
  })

  it('is slower at every page where mail can be asked for as often as one likes, and at no other', async () => {
    const limits = Object.keys(Object(stage?.Properties['RouteSettings']))

    expect(limits.toSorted()).toEqual((await pagesThatAskWhereFrom()).map((path) => `POST ${path}`))
  })

  it('lets the sites of the settings sign learners up, and without them nobody', () => {
    const variables = (changes: Readonly<Record<string, unknown>>) =>
      Object(Object(synthesise(changes).function('talkback-web').Properties['Environment'])['Variables'])

    expect(variables({ embedOrigins: ['https://studio.example', 'https://band.example'] })['EMBED_ORIGINS']).toBe(
      'https://studio.example,https://band.example',
    )
    expect(variables({})).not.toHaveProperty('EMBED_ORIGINS')
  })

  it('names a route in its stage only when the route is there', () => {
    const keys = stack.ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties['RouteKey'])
    const limits = Object.keys(Object(stage?.Properties['RouteSettings']))

    expect(keys).toEqual(expect.arrayContaining([...limits, '$default']))
    for (const [id] of stack.ofType('AWS::ApiGatewayV2::Route')) expect(stage?.DependsOn).toContain(id)
  })

  it('writes no link, token or address of a person into its log', () => {
    const format = String(Object(stage?.Properties['AccessLogSettings'])['Format'])

    expect(JSON.parse(format)).toEqual(accessLogFields)
    expect(format).not.toMatch(/path|query|identity|sourceIp|userAgent|authorizer/i)
  })

  it('has the address that AWS gives, or the operator’s with a certificate of the same Region', () => {
    const named = synthesise({
      website: { domain: 'course.example.org', hostedZone: { id: 'Z1', name: 'example.org' } },
    })

    expect(stack.outputs['SiteUrl']?.Value).toEqual({ 'Fn::GetAtt': ['WebsiteApi90B01903', 'ApiEndpoint'] })
    expect(named.outputs['SiteUrl']?.Value).toBe('https://course.example.org')
    named.template.hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
      DomainName: 'course.example.org',
      DomainNameConfigurations: [{ EndpointType: 'REGIONAL' }],
    })
    named.template.hasResourceProperties('AWS::Route53::RecordSet', { Name: 'course.example.org.', Type: 'A' })
  })

  it('prints the record when the zone of its domain is elsewhere', () => {
    const certificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/abc'
    const named = synthesise({ website: { domain: 'course.example.org', certificateArn } })

    expect(JSON.stringify(named.outputs['DnsWebsite'])).toContain('CNAME course.example.org ')
    expect(named.ofType('AWS::CertificateManager::Certificate')).toEqual([])
  })
})
