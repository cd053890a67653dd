/**
 * What the functions' environment says in the cloud. The only file here that touches `process.env`. The functions read
 * it when they are imported, so this comes first.
 */
import type { LocalKeys } from './keys.ts'

export interface LocalEnvironment {
  readonly siteUrl: string
  readonly tableUrl: string
  readonly sesUrl: string
  readonly catalogFolder: string
  readonly keys: LocalKeys
}

export const tableName = 'talkback'
export const configurationSet = 'talkback'

/** Points the functions, and the SDK in them, at this machine and away from any AWS account of the person's. */
export function setEnvironment(local: LocalEnvironment): void {
  // A profile, a session, a proxy endpoint or "ignore configured endpoints" in the shell would lead to real AWS.
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  Object.assign(process.env, {
    TABLE_NAME: tableName,
    SITE_URL: local.siteUrl,
    SENDER_ADDRESS: 'lessons@talkback.example',
    REPLY_TO: 'operator@talkback.example',
    POSTAL_ADDRESS: '1 Rehearsal Lane, Localhost',
    OPERATOR_NAME: 'Talkback on this machine',
    CONFIGURATION_SET: configurationSet,
    LINK_KEYS: local.keys.linkKeys,
    ADDRESS_KEY: local.keys.addressKey,
    CATALOG_FOLDER: local.catalogFolder,
    // The floor hides from strangers who has signed up; here it would only make the pages slow.
    ANSWER_FLOOR_MS: '0',
    UNKNOWN_POLICY: 'resend',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    // No file: the person's own may say `ignore_configured_endpoint_urls`.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_ENDPOINT_URL_DYNAMODB: local.tableUrl,
    AWS_ENDPOINT_URL_SES: local.sesUrl,
  })
}
