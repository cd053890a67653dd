import { CfnOutput } from 'aws-cdk-lib'
import { ApiMapping, DomainName, type HttpApi, type HttpStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager'
import { ARecord, PublicHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53'
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets'
import { Construct } from 'constructs'
import type { Settings } from './settings.ts'

export interface WebsiteDomainProps {
  readonly website: NonNullable<Settings['website']>
  readonly api: HttpApi
  readonly stage: HttpStage
}

/** The course's own address, beside the one that API Gateway gave. */
export class WebsiteDomain extends Construct {
  constructor(scope: Construct, id: string, { website, api, stage }: WebsiteDomainProps) {
    super(scope, id)
    const zone =
      'hostedZone' in website
        ? PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
            hostedZoneId: website.hostedZone.id,
            zoneName: website.hostedZone.name,
          })
        : undefined
    const certificate: ICertificate =
      'certificateArn' in website
        ? Certificate.fromCertificateArn(this, 'Certificate', website.certificateArn)
        : new Certificate(this, 'Certificate', {
            domainName: website.domain,
            ...(zone && { validation: CertificateValidation.fromDns(zone) }),
          })
    const domain = new DomainName(this, 'Name', { domainName: website.domain, certificate })
    new ApiMapping(this, 'Mapping', { api, domainName: domain, stage })
    if (zone === undefined) {
      const value = `CNAME ${website.domain} ${domain.regionalDomainName}`
      new CfnOutput(this, 'DnsWebsite', { value }).overrideLogicalId('DnsWebsite')
      return
    }
    const target = RecordTarget.fromAlias(
      new ApiGatewayv2DomainProperties(domain.regionalDomainName, domain.regionalHostedZoneId),
    )
    new ARecord(this, 'Alias', { zone, recordName: `${website.domain}.`, target })
  }
}
