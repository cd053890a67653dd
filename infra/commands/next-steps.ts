/** What an operator still has to do by hand after a deployment, with the commands to paste. */
import type { Settings } from '../settings.ts'
import type { AccountSending, IdentityState } from './ports.ts'
import { productionRequest } from './production-request.ts'

export interface Deployed {
  readonly settings: Settings
  readonly outputs: Readonly<Record<string, string>>
  readonly sending: AccountSending
  readonly sender: IdentityState
  readonly isFirst: boolean
}

/** Answers: what is next? One paragraph a step, in the order in which they make sense. */
export function nextSteps(deployed: Deployed): string {
  const site = deployed.outputs['SiteUrl'] ?? ''
  const steps = [
    dnsStep(deployed),
    senderStep(deployed),
    alarmStep(deployed),
    pausedStep(deployed),
    sandboxStep(deployed),
    rateStep(deployed),
    planStep(deployed),
    trialStep(deployed, site),
  ].filter((step) => step !== undefined)
  const numbered = steps.map((step, index) => `${index + 1}. ${step}`)
  return [`Deployed: ${site}`, 'What is left to do:', ...numbered].join('\n\n')
}

function dnsStep({ outputs, sender }: Deployed): string | undefined {
  const records = Object.entries(outputs).filter(([name]) => name.startsWith('Dns'))
  if (records.length === 0) return undefined
  const lines = records.map(([, record]) => `     ${record}`)
  const state = sender === 'verified' ? 'SES has found those it needs; keep all of them.' : 'SES looks for them.'
  return ['Put these records into the DNS of your domain (type, name, value):', ...lines, `   ${state}`].join('\n')
}

function senderStep({ settings, sender }: Deployed): string | undefined {
  if (sender === 'verified') return undefined
  return settings.identity.kind === 'sandbox-address'
    ? `Press the link in the mail that SES has sent to ${settings.senderAddress}.`
    : 'Wait until SES has verified the sender (minutes to a day after the records are there). Until then nothing is sent, and what falls due waits.'
}

function alarmStep({ settings, isFirst }: Deployed): string | undefined {
  if (!isFirst) return undefined
  return `Press the link in the mail "AWS Notification" that ${settings.operatorAddress} gets: without it no alarm reaches you.`
}

function pausedStep({ sending, settings }: Deployed): string | undefined {
  if (!sending.isPaused) return undefined
  return `SES has paused sending in this account. See the reasons in the SES console, ${settings.region}, "Account dashboard".`
}

function sandboxStep({ sending, settings, outputs }: Deployed): string | undefined {
  if (!sending.isSandbox) return undefined
  return [
    `Leave the sandbox: until then SES sends ${sending.mailsADay} mails a day, and only to verified addresses. Read the text, change what is not so, and ask:`,
    '',
    productionRequest(settings, outputs['SiteUrl'] ?? ''),
  ].join('\n')
}

function rateStep({ sending, settings }: Deployed): string | undefined {
  if (sending.isSandbox || sending.mailsPerSecond >= settings.mailsPerSecond) return undefined
  return `SES gives this account ${sending.mailsPerSecond} mails a second; your settings say ${settings.mailsPerSecond}. Nothing is lost: lessons go out at SES's rate. Ask for more in Service Quotas ("SES", "Sending rate"), or write the true number.`
}

function planStep({ sending, settings }: Deployed): string | undefined {
  if (sending.plan === undefined || sending.plan === 'NONE') return undefined
  return [
    `Choose SES's plan: this account is on ${sending.plan}; à la carte costs 0.10 USD per 1,000 mails, Essentials 0.16 (November 2026). Nothing here needs a plan:`,
    `     aws sesv2 put-account-pricing-attributes --plan NONE --region ${settings.region}`,
  ].join('\n')
}

function trialStep({ sending, settings }: Deployed, site: string): string {
  const ownAddress = sending.isSandbox
    ? `\n   In the sandbox your address must be verified first: aws sesv2 create-email-identity --email-identity YOU@example.org --region ${settings.region}`
    : ''
  return `Try it: sign up at ${site}/sign-up with your own address, confirm, and read the first lesson.${ownAddress}`
}
