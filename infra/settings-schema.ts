/** What an operator decides, each setting by itself. A message says what it must be, and how to put it right. */
import * as v from 'valibot'
import { logDaysChoices } from './log-retention.ts'
import { sesRegions } from './ses-regions.ts'

const line = (what: string) =>
  v.pipe(
    v.string(`is missing. Write ${what}.`),
    v.trim(),
    v.nonEmpty(`is empty. Write ${what}.`),
    v.regex(/^[^\p{Cc}]+$/u, 'holds a line break or a control character. Write it in one line.'),
  )
const address = (whose: string) =>
  v.pipe(
    v.string(`is missing. Write ${whose}, as name@example.org.`),
    // SES takes seven-bit addresses only; a name beside the address has settings of its own.
    v.regex(
      /^[!-~]+@[!-~]+\.[!-~]+$/,
      `is not a plain address. Write ${whose}, as name@example.org and nothing around it.`,
    ),
    v.excludes('<', 'is not a plain address. Leave out the name and the angle brackets.'),
    v.maxLength(254, 'is longer than any address can be. Write a shorter one.'),
  )
const domain = v.pipe(
  v.string('is missing. Write a domain, as learn.example.org.'),
  v.regex(
    /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
    'is not a domain. Write it in lower case without https:// and without a path, as learn.example.org.',
  ),
)
const wholeNumber = (what: string, least: number) =>
  v.pipe(
    v.number(`is missing or no number. Write ${what}.`),
    v.integer(`is not whole. Write ${what}.`),
    v.minValue(least, `is too small. Write ${what}, at least ${least}.`),
  )
const hostedZone = v.strictObject({
  id: v.pipe(
    v.string('is missing. "aws route53 list-hosted-zones" shows it.'),
    v.regex(
      /^Z[A-Z0-9]+$/,
      'is no hosted zone. "aws route53 list-hosted-zones" shows it: the part after /hostedzone/.',
    ),
  ),
  name: domain,
})

const identity = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('domain'),
      domain,
      hostedZone: v.optional(hostedZone),
      mailFromSubdomain: v.optional(
        v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'is not one label of a domain. Write a word, as bounces.')),
        'bounces',
      ),
      dmarc: v.optional(v.picklist(['make', 'exists'], 'must be "make" or "exists".'), 'make'),
    }),
    v.strictObject({
      kind: v.literal('existing'),
      name: line('the identity as SES lists it: a domain or an address'),
    }),
    v.strictObject({ kind: v.literal('sandbox-address') }),
  ],
  'must say its kind: "domain" (made by this stack), "existing" (made before) or "sandbox-address" (for a trial).',
)

const certificateArn = v.pipe(
  v.string(),
  v.regex(
    /^arn:[a-z-]+:acm:[a-z0-9-]+:\d{12}:certificate\/\S+$/,
    'is no certificate. "aws acm list-certificates" shows its ARN.',
  ),
)
const website = v.union(
  [v.strictObject({ domain, hostedZone }), v.strictObject({ domain, certificateArn })],
  'must hold "domain" and either "hostedZone" (id and name, when its zone is in Route 53) or "certificateArn" (an issued certificate in the same Region: "aws acm request-certificate --domain-name … --validation-method DNS").',
)

/** As a browser writes it into `Origin`. */
const origin = v.pipe(
  v.string(),
  v.check(
    (text) => text.startsWith('https://') && URL.canParse(text) && new URL(text).origin === text,
    'is not the origin of a site. Write it as browsers do, as https://studio.example: small letters, no path, no slash at the end.',
  ),
)

export const settingsSchema = v.strictObject({
  region: v.pipe(
    v.string('is missing. Write the AWS Region, as eu-west-1.'),
    v.check(
      (region) => sesRegions.has(region),
      ({ input }) =>
        `"${input}" has no SES. Choose one of ${[...sesRegions].join(', ')}; if AWS has added it since, add it to infra/ses-regions.ts.`,
    ),
  ),
  senderAddress: address('the address lessons come from'),
  identity,
  replyTo: address('the address that answers go to'),
  operatorName: line('who sends, as learners know it'),
  postalAddress: line(
    'a postal address where the sender can be found; the law asks for it in every mail (15 U.S.C. 7704)',
  ),
  operatorAddress: address('the address that alarms go to'),
  website: v.optional(website),
  embedOrigins: v.optional(v.array(origin, 'must be a list of sites, as ["https://studio.example"].')),
  learners: wholeNumber('how many learners you expect', 1),
  mailsPerSecond: v.pipe(
    v.number('is missing or no number. Write the rate SES gives you: "aws ses get-send-quota", MaxSendRate.'),
    v.check((rate) => rate > 0, 'must be above 0. "aws ses get-send-quota" shows yours: MaxSendRate.'),
  ),
  unknownPolicy: v.optional(v.picklist(['resend', 'hold'], 'must be "resend" or "hold".'), 'resend'),
  logDays: v.optional(v.picklist(logDaysChoices, `must be one of ${logDaysChoices.join(', ')}.`), 30),
  reservedConcurrency: v.optional(wholeNumber('how many workers are set aside for sending', 1)),
  warmThroughput: v.optional(
    v.strictObject({
      readUnitsPerSecond: wholeNumber('the reads a second that the table is ready for', 12_000),
      writeUnitsPerSecond: wholeNumber('the writes a second that the table is ready for', 4_000),
    }),
  ),
})

export type Settings = v.InferOutput<typeof settingsSchema>
