/** A complete, harmless environment: enough for a function to start, nothing that it could reach. */
export function exampleEnvironment(catalogFolder: string): Record<string, string> {
  return {
    TABLE_NAME: 'example',
    CATALOG_FOLDER: catalogFolder,
    SITE_URL: 'https://course.example.org',
    SENDER_ADDRESS: 'course@example.org',
    REPLY_TO: 'teacher@example.org',
    POSTAL_ADDRESS: '1 Example Street, Example Town',
    OPERATOR_NAME: 'Example Studio',
    CONFIGURATION_SET: 'example',
    LINK_KEYS: `k1:${'A'.repeat(43)}`,
    ADDRESS_KEY: 'A'.repeat(43),
    AWS_REGION: 'eu-west-1',
  }
}
