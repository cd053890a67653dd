import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { addresses } from '../functions/site/addresses.ts'
import { accessLogFormat } from './access-log.ts'
import { acknowledge, acknowledgeSending } from './acknowledge.ts'
import type { LearnerTable } from './learner-table.ts'
import type { Sending } from './sending.ts'
import { ServiceFunction } from './service-function.ts'
import type { Settings } from './settings.ts'
import { WebsiteDomain } from './website-domain.ts'

/** Requests a second, and at one moment. Where mail can be asked for as often as one likes, slower than reading. */
const reading = { rate: 50, burst: 100 }
const mailing = { rate: 5, burst: 10 }
const mailingPaths = [
  addresses.signUp,
  addresses.apiSignUp,
  addresses.sendAgain,
  addresses.signIn,
  addresses.signInAgain,
  addresses.otherAddress(),
]
/** An HTTP API waits 30 seconds. */
const timeoutSeconds = 29

export interface WebsiteProps {
  readonly sending: Sending
  readonly table: LearnerTable
  /** @default the address that API Gateway gives */
  readonly website?: Settings['website']
  /** Sites whose pages may sign learners up by script. */
  readonly embedOrigins?: Settings['embedOrigins']
  readonly logRetention: RetentionDays
}

/** HTTP → site. */
export class Website extends Construct {
  readonly siteUrl: string
  readonly api: HttpApi
  readonly web: ServiceFunction<'web'>
  readonly accessLog: LogGroup

  constructor(scope: Construct, id: string, { sending, table, website, embedOrigins, logRetention }: WebsiteProps) {
    super(scope, id)
    this.api = new HttpApi(this, 'Api', {
      apiName: 'talkback',
      description: 'Talkback: pages and links',
      createDefaultStage: false,
      // Stands in mails already sent, so it stays when a domain is added.
      disableExecuteApiEndpoint: false,
    })
    // Its id is part of every link sent before there was a domain: another API would break them all. Only a first
    // deployment that fails takes it back.
    this.api.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
    this.siteUrl = website === undefined ? this.api.apiEndpoint : `https://${website.domain}`
    this.web = new ServiceFunction(this, 'Web', {
      name: 'web',
      description: 'Talkback: pages and links',
      environment: { ...sending.environment, SITE_URL: this.siteUrl, EMBED_ORIGINS: embedOrigins?.join(',') },
      permissions: [table.items('GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'), ...sending.permissions],
      memoryMb: 512,
      timeoutSeconds,
      logRetention,
    })
    acknowledgeSending(this.web)
    const routes = this.addRoutes()
    this.accessLog = new LogGroup(this, 'AccessLog', {
      // Under this prefix API Gateway may write without a policy of the account's that is limited in length.
      logGroupName: '/aws/vendedlogs/talkback-website',
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: reading.rate, burstLimit: reading.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(this.accessLog), format: accessLogFormat },
    })
    throttleMailing(stage, routes)
    if (website) new WebsiteDomain(this, 'Domain', { website, api: this.api, stage })
  }

  private addRoutes(): readonly HttpRoute[] {
    const integration = new OpenIntegration('Web', this.web.lambda)
    this.web.lambda.addPermission('CalledByApi', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: this.api.apiId,
        resourceName: '*/*',
      }),
    })
    const routes = [
      new HttpRoute(this, 'Pages', { httpApi: this.api, routeKey: HttpRouteKey.DEFAULT, integration }),
      ...mailingPaths.flatMap((path) => this.api.addRoutes({ path, methods: [HttpMethod.POST], integration })),
    ]
    for (const route of routes) {
      acknowledge(
        route,
        'AwsSolutions-APIG4',
        'Learners have no accounts: pages are public, and what is theirs asks for a signed link, also from mail programs that can send no header (RFC 8058).',
      )
    }
    return routes
  }
}

/** CDK would add a permission for each route, though the one of the $default route covers them all. */
class OpenIntegration extends HttpLambdaIntegration {
  protected override completeBind(): void {}
}

/** The stage may name a route only when it is there. */
function throttleMailing(stage: HttpStage, routes: readonly HttpRoute[]): void {
  const settings = { ThrottlingRateLimit: mailing.rate, ThrottlingBurstLimit: mailing.burst }
  const resource = stage.node.defaultChild as CfnStage
  resource.routeSettings = Object.fromEntries(mailingPaths.map((path) => [`POST ${path}`, settings]))
  stage.node.addDependency(...routes)
}
