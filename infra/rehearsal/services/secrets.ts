/** Secrets Manager: what the template has it generate, and what the operator's commands write later. */
import { randomBytes } from 'node:crypto'
import type { Service } from '../recorder.ts'
import { type Cloud, type Properties, recordOf } from '../template.ts'

export interface RehearsalSecrets {
  readonly service: Service
  read(arn: string): string
  write(arn: string, text: string): void
}

export function createSecrets(cloud: Cloud): RehearsalSecrets {
  const kept = new Map(
    cloud
      .ofType('AWS::SecretsManager::Secret')
      .map(([id, secret]) => [cloud.ref(id), generated(recordOf(secret, 'GenerateSecretString'))]),
  )
  const read = (arn: string) => {
    const text = kept.get(arn)
    if (text === undefined) throw new TypeError(`There is no secret ${arn}.`)
    return text
  }
  return {
    read,
    write: (arn, text) => void kept.set(arn, text),
    async service({ input }) {
      const ARN = String(input['SecretId'])
      const body = JSON.stringify({ ARN, Name: ARN, SecretString: read(ARN), VersionStages: ['AWSCURRENT'] })
      return { status: 200, contentType: 'application/x-amz-json-1.1', body }
    },
  }
}

function generated(wish: Properties): string {
  // Hexadecimal digits are letters and digits without punctuation, which is all that the template asks for.
  const password = randomBytes(64)
    .toString('hex')
    .slice(0, Number(wish['PasswordLength'] ?? 32))
  const key = wish['GenerateStringKey']
  if (key === undefined) return password
  return JSON.stringify({ ...(JSON.parse(String(wish['SecretStringTemplate'])) as object), [String(key)]: password })
}
