/** An account, the CDK CLI and an operator that the commands can be tried on; what was changed is written down. */
import type { Account, AccountSending, Cdk, DeployedStack, Print } from '../../../infra/commands/ports.ts'
import { stackVersion } from '../../../infra/stack-version.ts'

const accountId = '123456789012'

export const outputs = {
  SiteUrl: 'https://abc123.execute-api.eu-west-1.amazonaws.com',
  TableName: 'Talkback-Table-1',
  LinkKeysSecret: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:KeysLinkKeys-AbCdEf',
  AddressKeySecret: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:KeysAddressKey-AbCdEf',
  ApiId: 'abc123',
}

export function stackFactory(changes: Partial<DeployedStack> = {}): DeployedStack {
  return { status: 'UPDATE_COMPLETE', version: stackVersion, outputs, ...changes }
}

/** Out of the sandbox, on the cheapest plan. */
export function sendingFactory(changes: Partial<AccountSending> = {}): AccountSending {
  return { isSandbox: false, isPaused: false, mailsPerSecond: 14, mailsADay: 50_000, plan: 'NONE', ...changes }
}

/** A fresh account that is ready: signed in, bootstrapped, nothing deployed. */
export function accountFactory(changes: Partial<Account> = {}): Account {
  return {
    accountId: async () => accountId,
    isBootstrapped: async () => true,
    stack: async () => undefined,
    sending: async () => sendingFactory(),
    identity: async () => 'missing',
    readSecret: async () => '{}',
    writeSecret: () => Promise.reject(new Error('Nobody asked for a new secret')),
    ...changes,
  }
}

export interface RecordedCdk extends Cdk {
  /** What it was told to change, in order. */
  readonly changes: string[]
}

export function cdkFactory(succeeds = true): RecordedCdk {
  const changes: string[] = []
  const done = (what: string) => async () => {
    changes.push(what)
    return succeeds
  }
  return { changes, deploy: done('deploy'), destroy: done('destroy') }
}

export function printer(): { readonly print: Print; readonly text: () => string } {
  const lines: string[] = []
  return { print: (line) => lines.push(line), text: () => lines.join('\n') }
}
