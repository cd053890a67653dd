/** What the commands ask of the world. */

export interface DeployedStack {
  readonly status: string
  /** Undefined where it was not made by this project. */
  readonly version: number | undefined
  readonly outputs: Readonly<Record<string, string>>
}

export interface AccountSending {
  readonly isSandbox: boolean
  readonly isPaused: boolean
  readonly mailsPerSecond: number
  readonly mailsADay: number
  /** As SES names it: NONE is à la carte. */
  readonly plan: string | undefined
}

export type IdentityState = 'verified' | 'unverified' | 'missing'

/** The AWS account and Region that the settings name. */
export interface Account {
  /** Undefined without working credentials. */
  accountId(): Promise<string | undefined>
  isBootstrapped(): Promise<boolean>
  stack(): Promise<DeployedStack | undefined>
  sending(): Promise<AccountSending>
  identity(name: string): Promise<IdentityState>
  readSecret(arn: string): Promise<string>
  writeSecret(arn: string, text: string): Promise<void>
}

/** The CDK CLI. False when it failed; it has told why. */
export interface Cdk {
  deploy(): Promise<boolean>
  destroy(): Promise<boolean>
}

export type Print = (text: string) => void
