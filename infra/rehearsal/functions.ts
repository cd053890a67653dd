/** The template's functions, each in a process of its own, as the Lambda service runs them for their roles. */
import { join } from 'node:path'
import type { Instant } from '../../functions/domain/instant.ts'
import { type FunctionProcess, startFunction } from './function-process.ts'
import type { Ledger } from './ledger.ts'
import { arnOf } from './names.ts'
import { unpackWithShortCourse } from './short-course.ts'
import { type Cloud, type Properties, recordOf, textOf } from './template.ts'

export interface LogLine {
  readonly function: string
  readonly level?: string
  readonly event?: string
}

export interface RehearsalFunctions {
  readonly names: readonly string[]
  readonly lines: readonly LogLine[]
  invoke(arn: string, event: unknown): Promise<unknown>
  roleOf(arn: string): string
  close(): Promise<void>
}

export interface FunctionsParts {
  readonly cloud: Cloud
  readonly ledger: Ledger
  readonly clock: () => Instant
  /** The folder behind the key of a function's code. */
  readonly assetOf: (key: string) => string
  readonly workFolder: string
  /** Where every AWS SDK turns to. */
  readonly endpoint: string
}

/** Where Lambda mounts a function's code. */
const task = '/var/task'

export async function startFunctions(parts: FunctionsParts): Promise<RehearsalFunctions> {
  const { cloud, clock } = parts
  const lines: LogLine[] = []
  const running = new Map<string, { readonly process: FunctionProcess; readonly role: string }>()
  const close = async () => void (await Promise.all([...running.values()].map(({ process }) => process.close())))
  const byArn = (arn: string) => {
    const found = running.get(arn)
    if (found === undefined) throw new TypeError(`There is no function ${arn}.`)
    return found
  }
  const made = cloud.ofType('AWS::Lambda::Function')
  const starting = made.map(async ([id, properties]) => {
    running.set(cloud.attribute(id, 'Arn'), await start(parts, id, properties, lines))
  })
  const failed = (await Promise.allSettled(starting)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') {
    await close()
    throw failed.reason
  }
  return {
    names: made.map(([id]) => cloud.ref(id)),
    lines,
    invoke: (arn, event) => byArn(arn).process.invoke(event, clock()),
    roleOf: (arn) => byArn(arn).role,
    close,
  }
}

async function start(parts: FunctionsParts, id: string, properties: Properties, lines: LogLine[]) {
  const { cloud, ledger, assetOf, workFolder } = parts
  const name = cloud.ref(id)
  const taskFolder = join(workFolder, name)
  unpackWithShortCourse(assetOf(textOf(recordOf(properties, 'Code'), 'S3Key')), taskFolder)
  const role = cloud.idOf(textOf(properties, 'Role'))
  const log = createLog({ cloud, ledger, role }, properties)
  ledger.demand({
    by: { service: 'lambda.amazonaws.com' },
    action: 'sts:AssumeRole',
    resources: [textOf(properties, 'Role')],
    context: { 'aws:sourceaccount': cloud.place.account, 'aws:sourcearn': cloud.attribute(id, 'Arn') },
  })
  const process = await startFunction({
    name,
    taskFolder,
    handler: textOf(properties, 'Handler'),
    timeoutMs: Number(properties['Timeout'] ?? 3) * 1_000,
    environment: { ...environmentOf(properties, taskFolder), ...environmentOfLambda(parts, role, name, taskFolder) },
    onLine(line) {
      log()
      lines.push({ function: name, ...(JSON.parse(line) as object) })
    },
  })
  return { process, role }
}

/** The Lambda service writes the log, with what the function's role allows. What it does not allow is lost in silence. */
function createLog(by: { cloud: Cloud; ledger: Ledger; role: string }, properties: Properties): () => void {
  const group = textOf(recordOf(properties, 'LoggingConfig'), 'LogGroup')
  const stream = arnOf(by.cloud.place, 'logs', `log-group:${group}:log-stream:rehearsal`)
  const call = (action: string) =>
    void by.ledger.ask({
      by: { role: by.role },
      action,
      resources: [stream],
      context: { 'aws:securetransport': 'true' },
    })
  call('logs:CreateLogStream')
  return () => call('logs:PutLogEvents')
}

/** What the template gives the function; paths of its code lead to where the code lies here. */
function environmentOf(properties: Properties, taskFolder: string): Record<string, string> {
  const variables = Object.entries(recordOf(recordOf(properties, 'Environment'), 'Variables'))
  return Object.fromEntries(variables.map(([name, value]) => [name, String(value).replace(task, taskFolder)]))
}

/** What Lambda itself puts into the environment. The access key names the role, so that the recorder knows who asks. */
function environmentOfLambda(
  { cloud, endpoint }: Pick<FunctionsParts, 'cloud' | 'endpoint'>,
  role: string,
  name: string,
  taskFolder: string,
): Record<string, string> {
  return {
    AWS_REGION: cloud.place.region,
    AWS_DEFAULT_REGION: cloud.place.region,
    AWS_ACCESS_KEY_ID: role,
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_SESSION_TOKEN: 'rehearsal',
    AWS_LAMBDA_FUNCTION_NAME: name,
    LAMBDA_TASK_ROOT: taskFolder,
    TZ: ':UTC',
    // Not Lambda's: whatever service a function turns to, it comes to the recorder.
    AWS_ENDPOINT_URL: endpoint,
  }
}
