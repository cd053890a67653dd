/** The settings of each function, parsed once when it starts. A missing or malformed one stops it by name. */
import * as v from 'valibot'
import { secretText } from './key-document.ts'

const required = v.pipe(v.string(), v.nonEmpty('is empty'))
const originPattern = /^(https:\/\/[^/\s]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)$/
const httpsOrLoopback = v.pipe(required, v.regex(originPattern, 'must be an https:// origin without a path'))
/** As a browser writes it into `Origin`: small letters, no path, not the port that is meant anyway. */
const isOrigin = (text: string) => originPattern.test(text) && URL.canParse(text) && new URL(text).origin === text
const address = v.pipe(required, v.regex(/^[^\s<>@]+@[^\s<>@]+$/, 'must be an email address'))
/** In the cloud a key's variable names the secret that holds it; on one machine it is the key itself. */
const secretArn = /^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:\d{12}:secret:\S+$/
const secret = v.pipe(
  required,
  v.check(
    (text) => secretArn.test(text) || v.is(secretText, text),
    "must be a secret's ARN, or at least 32 bytes in base64url",
  ),
)
const keyList = v.pipe(
  required,
  v.check(
    (text) => secretArn.test(text) || /^[a-z0-9]+:[A-Za-z0-9_-]{43,}(,[a-z0-9]+:[A-Za-z0-9_-]{43,})*$/.test(text),
    "must be a secret's ARN, or id:secret pairs, the signing one first, secrets of at least 32 bytes in base64url",
  ),
)

const shared = {
  TABLE_NAME: required,
  CATALOG_FOLDER: required,
  ADDRESS_KEY: secret,
}

const mailing = {
  ...shared,
  SITE_URL: httpsOrLoopback,
  SENDER_ADDRESS: address,
  REPLY_TO: address,
  OPERATOR_NAME: required,
  POSTAL_ADDRESS: required,
  CONFIGURATION_SET: required,
  LINK_KEYS: keyList,
  /** The feedback queue and its dead letters; empty where events are handled in the same process. */
  FEEDBACK_QUEUES: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^(https?:\/\/[^\s,]+(,https?:\/\/[^\s,]+)*)?$/, 'must be queue URLs, separated by commas'),
    ),
    '',
  ),
  UNKNOWN_POLICY: v.optional(v.picklist(['resend', 'hold'], 'must be "resend" or "hold"'), 'resend'),
}

export const deliverSettings = v.object(mailing)
export const webSettings = v.object({
  ...mailing,
  ANSWER_FLOOR_MS: v.optional(
    v.pipe(v.string(), v.regex(/^\d+$/, 'must be whole milliseconds'), v.transform(Number)),
    '800',
  ),
  /** Whose pages may sign learners up by script; empty for nobody else's. */
  EMBED_ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.transform((list) => list.split(',').filter(Boolean)),
      v.check((list) => list.every(isOrigin), 'must be https:// origins without a path, separated by commas'),
    ),
    '',
  ),
})
export const feedbackSettings = v.object(shared)

export type DeliverSettings = v.InferOutput<typeof deliverSettings>

/** Reads a function's settings from its environment. Throws one error that names every variable at fault. */
export function readSettings<Schema extends v.GenericSchema>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, environment)
  if (result.success) return result.output
  const faults = result.issues.map((issue) => {
    const name = v.getDotPath(issue) ?? 'environment'
    return `  ${name}: ${issue.input === undefined ? 'is not set' : issue.message}`
  })
  throw new Error(`This function cannot start; its environment is incomplete:\n${faults.join('\n')}`)
}
