import { describe, expect, it } from 'vitest'
import { addresses } from '../../functions/site/addresses.ts'
import { accessLogFields } from '../../infra/access-log.ts'
import { synthesise } from './synthesised.ts'

const stack = synthesise()
const stage = stack.resources['WebsiteStage2D9D988D']

interface Throttle {
  readonly ThrottlingRateLimit: number
  readonly ThrottlingBurstLimit: number
}

describe('the website', () => {
  it('is slower to make mails than to show pages', () => {
    const limits = Object(stage?.Properties['RouteSettings']) as Readonly<Record<string, Throttle>>
    const pages = Object(stage?.Properties['DefaultRouteSettings']) as Throttle

    expect(Object.keys(limits)).toEqual([
      `POST ${addresses.signUp}`,
      `POST ${addresses.apiSignUp}`,
      `POST ${addresses.sendAgain}`,
      `POST ${addresses.signIn}`,
      `POST ${addresses.signInAgain}`,
    ])
    for (const limit of Object.values(limits)) {
      expect(limit.ThrottlingRateLimit).toBeLessThan(pages.ThrottlingRateLimit)
      expect(limit.ThrottlingBurstLimit).toBeLessThan(pages.ThrottlingBurstLimit)
    }
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
