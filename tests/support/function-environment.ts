/** What a function finds in its environment. */
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url')

export function environmentFactory(overrides: Readonly<Record<string, string | undefined>> = {}) {
  const environment: Readonly<Record<string, string | undefined>> = {
    TABLE_NAME: 'talkback-test',
    CATALOG_FOLDER: '/var/task/catalog',
    ADDRESS_KEY: key(2),
    SITE_URL: 'https://learn.example.org',
    SENDER_ADDRESS: 'lessons@talkback.example',
    REPLY_TO: 'operator@talkback.example',
    POSTAL_ADDRESS: 'Talkback, 1 Rehearsal Lane, Berlin',
    OPERATOR_NAME: 'Talkback',
    CONFIGURATION_SET: 'talkback',
    LINK_KEYS: `k1:${key(1)}`,
    ANSWER_FLOOR_MS: '0',
    ...overrides,
  }
  return environment
}
