/** One thing that the doctor looks at, and what it can find. */

/** `attention`: lessons go out, but something will hurt. `broken`: they do not. `not known`: nobody answered. */
export type Verdict = 'ok' | 'attention' | 'broken' | 'not known'

export interface Finding {
  readonly verdict: Verdict
  readonly says: string
  /** What the operator should do. */
  readonly remedy?: string
}

export interface Check {
  readonly name: string
  /** @default true */
  readonly needsCredentials?: false
  readonly look: () => Promise<Finding>
}

export const ok = (says: string): Finding => ({ verdict: 'ok', says })
export const attention = (says: string, remedy: string): Finding => ({ verdict: 'attention', says, remedy })
export const broken = (says: string, remedy: string): Finding => ({ verdict: 'broken', says, remedy })
export const notKnown = (says: string, remedy: string): Finding => ({ verdict: 'not known', says, remedy })
