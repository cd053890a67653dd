/** Secrets Manager, asked for one secret at a time. */

const connectionTimeoutMs = 2_000
const requestTimeoutMs = 4_000

/** Answers: what does this secret hold now? */
export async function readSecret(arn: string): Promise<string> {
  // Loaded when it is needed: the run on one machine keeps its keys in its environment.
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager')
  const client = new SecretsManagerClient({
    requestHandler: {
      connectionTimeout: connectionTimeoutMs,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  })
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }))
    return SecretString ?? ''
  } finally {
    client.destroy()
  }
}
