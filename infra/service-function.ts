import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type * as v from 'valibot'
import type { deliverSettings, feedbackSettings, webSettings } from '../functions/runtime/env.ts'
import { catalogFolder } from './bundle-function.ts'
import type { FunctionName } from './bundling.ts'
import { functionCode } from './function-code.ts'

/** What each function reads at its start, by the very schema it reads it with. */
interface Environments {
  readonly web: v.InferInput<typeof webSettings>
  readonly deliver: v.InferInput<typeof deliverSettings>
  readonly feedback: v.InferInput<typeof feedbackSettings>
}

/** The course lies beside each bundle, so nobody has to say where. */
export type Environment<Name extends FunctionName> = Omit<Environments[Name], 'CATALOG_FOLDER'>

export interface ServiceFunctionProps<Name extends FunctionName> {
  readonly name: Name
  readonly description: string
  readonly environment: Environment<Name>
  /** All that it may do besides writing its log, action by action. */
  readonly permissions: readonly PolicyStatement[]
  readonly memoryMb: number
  readonly timeoutSeconds: number
  readonly logRetention: RetentionDays
  /** @default no share of the account's concurrency is set aside */
  readonly reservedConcurrency?: number | undefined
  /** @default Lambda's own: two retries of an asynchronous call within six hours */
  readonly asynchronous?: { readonly retryAttempts: number; readonly maxEventAgeSeconds: number }
}

/** The one way to make a Lambda here. */
export class ServiceFunction<Name extends FunctionName> extends Construct {
  readonly lambda: LambdaFunction
  readonly logGroup: LogGroup

  constructor(scope: Construct, id: string, props: ServiceFunctionProps<Name>) {
    super(scope, id)
    const { name, asynchronous, reservedConcurrency } = props
    this.logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/talkback/${name}`,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        Work: new PolicyDocument({ statements: [writeLog(this.logGroup), ...props.permissions] }),
      },
    })
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: `talkback-${name}`,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: functionCode(name),
      role: role.withoutPolicyUpdates(),
      environment: defined({ ...props.environment, CATALOG_FOLDER: catalogFolder }),
      memorySize: props.memoryMb,
      timeout: Duration.seconds(props.timeoutSeconds),
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      ...(reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: reservedConcurrency }),
      ...(asynchronous && {
        retryAttempts: asynchronous.retryAttempts,
        maxEventAge: Duration.seconds(asynchronous.maxEventAgeSeconds),
      }),
    })
    // A role that is not changed from outside is not waited for either.
    this.lambda.node.addDependency(role)
  }
}

function writeLog(logGroup: LogGroup): PolicyStatement {
  return new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  })
}

function defined(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
