/** What the doctor looks at, in the order in which it makes sense to put right. */
import type { PathId } from '../../functions/domain/path.ts'
import { domainOf } from '../free-mail-domains.ts'
import { identityName as identityNameOf } from '../identity-name.ts'
import type { Settings } from '../settings.ts'
import type { Check } from './check.ts'
import { createAlarmAddressCheck } from './checks/alarm-address.ts'
import { createCredentialsCheck } from './checks/credentials.ts'
import { createDeadLettersCheck } from './checks/dead-letters.ts'
import { createDkimCheck } from './checks/dkim.ts'
import { createDmarcCheck } from './checks/dmarc.ts'
import { createEventsCheck } from './checks/events.ts'
import { createMailFromCheck } from './checks/mail-from.ts'
import { createOldestDueCheck } from './checks/oldest-due.ts'
import { createPlanCheck } from './checks/plan.ts'
import { createQuotaCheck } from './checks/quota.ts'
import { createSandboxCheck } from './checks/sandbox.ts'
import { createSenderCheck } from './checks/sender.ts'
import { createSendingCheck } from './checks/sending.ts'
import { createSpfCheck } from './checks/spf.ts'
import { createStackCheck } from './checks/stack.ts'
import { createUnsubscribeCheck } from './checks/unsubscribe.ts'
import { createWebsiteCheck } from './checks/website.ts'
import type { DoctorPorts } from './ports.ts'

export interface DoctorParts {
  readonly settings: Settings
  readonly ports: DoctorPorts
  readonly configurationSet: string
  readonly path: PathId
}

/** `first` is asked before all others: without credentials AWS tells nothing. */
export function allChecks({ settings, ports, configurationSet, path }: DoctorParts): {
  first: Check
  others: readonly Check[]
} {
  const identityName = identityNameOf(settings)
  const parts = {
    ...ports,
    ...settings,
    configurationSet,
    path,
    identityName,
    identityDomain: domainOf(identityName),
    senderDomain: domainOf(settings.senderAddress),
    isTrial: settings.identity.kind === 'sandbox-address',
    mailFromDomain: () => mailFromDomain(settings, ports),
  }
  return {
    first: createCredentialsCheck(parts),
    others: [
      createStackCheck(parts),
      createSenderCheck(parts),
      createDkimCheck(parts),
      createMailFromCheck(parts),
      // A trial sends from somebody else's domain: its records are not the operator's to change.
      ...(parts.isTrial ? [] : [createSpfCheck(parts), createDmarcCheck(parts)]),
      createSandboxCheck(parts),
      createQuotaCheck(parts),
      createSendingCheck(parts),
      createPlanCheck(parts),
      createEventsCheck(parts),
      createAlarmAddressCheck(parts),
      createDeadLettersCheck(parts),
      createOldestDueCheck(parts),
      createWebsiteCheck(parts),
      createUnsubscribeCheck(parts),
    ],
  }
}

/** Known from the settings where this stack makes the identity; else SES is asked. */
async function mailFromDomain({ identity }: Settings, { ses }: DoctorPorts): Promise<string | undefined> {
  switch (identity.kind) {
    case 'domain':
      return `${identity.mailFromSubdomain}.${identity.domain}`
    case 'existing':
      return (await ses.identity(identity.name))?.mailFrom?.domain
    case 'sandbox-address':
      return undefined
    default:
      return identity satisfies never
  }
}
