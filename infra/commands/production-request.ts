import type { Settings } from '../settings.ts'

/** Answers: the command that asks AWS to let this account send to anybody, with a draft of the reasons it wants to hear. */
export function productionRequest(settings: Settings, siteUrl: string): string {
  const useCase = [
    `${settings.operatorName} runs an email course. People sign up at ${siteUrl}/sign-up and confirm by a button on a page that a first mail leads to (double opt-in); unconfirmed addresses are erased after seven days. `,
    `We expect about ${settings.learners} learners, each with at most one lesson a day on the days they choose. No bought or imported lists. `,
    'Every lesson carries a one-click unsubscribe header (RFC 8058) and a visible link; leaving takes effect at once. ',
    'Hard bounces and complaints arrive through a configuration set and SNS, and the address gets no more mail; alarms ring at 2 % bounces and 0.05 % complaints. ',
    `Postal address in every mail: ${settings.postalAddress}.`,
  ].join('')
  return [
    'aws sesv2 put-account-details --production-access-enabled --mail-type MARKETING \\',
    `  --region ${settings.region} --contact-language EN \\`,
    `  --website-url ${quoted(siteUrl)} --additional-contact-email-addresses ${quoted(settings.operatorAddress)} \\`,
    `  --use-case-description ${quoted(useCase)}`,
  ]
    .map((line) => `     ${line}`)
    .join('\n')
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
