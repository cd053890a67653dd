/** The bill as text. */
import { allowanceFor, type Part, pricedPart, totalOf } from './bill.ts'
import { prices } from './prices.ts'
import { type SesPlan, sesPlans, sesPrice } from './ses-plans.ts'
import { fixedParts, mailParts, mailsOfMonth, type Operation, pageParts } from './usage.ts'

const million = 1_000_000
/** design.md, section 9: of SES's à la carte price for the same mails. */
export const marginalBudget = 0.05

const nameWidth = 46
const amountWidth = 12
const usd = (amount: number) => amount.toFixed(2).padStart(amountWidth)
const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** Answers: what all that is not SES adds to a million mails, as a share of SES's à la carte price for them. */
export function marginalShare(operation: Pick<Operation, 'mailsPerSecond'>): number {
  return totalOf(mailParts(million, operation)) / sesPrice('à la carte', million)
}

/** Answers: the monthly bill, part by part. */
export function reportOf(operation: Operation): string {
  const { learners, lessonsPerWeek, pagesPerLesson, mailsPerSecond } = operation
  const mails = mailsOfMonth(operation)
  const pages = mails * pagesPerLesson
  const byMail = mailParts(mails, operation)
  const byPage = pageParts(pages)
  const fixed = fixedParts(operation)
  const own = [...byMail, ...byPage, ...fixed]
  const allowance = allowanceFor(own)
  const plans = Object.keys(sesPlans) as SesPlan[]
  const totals = plans.map((plan) => sesPrice(plan, mails) + totalOf(own))

  return [
    `${count(learners)} learners, ${lessonsPerWeek} lessons a week: ${count(mails)} mails a month. USD, by list prices.`,
    '',
    heading('SES, for the mails', ...plans),
    row('mails', ...plans.map((plan) => sesPrice(plan, mails))),
    '',
    ...block(`for each mail (SES at ${mailsPerSecond} a second)`, byMail),
    '',
    ...block(`for pages that learners open (${count(pages)})`, byPage),
    '',
    ...block('each month, whatever is sent', fixed),
    '',
    heading('a month', ...plans),
    row('by list', ...totals),
    row("AWS's free allowances take off, at most", ...plans.map(() => -allowance)),
    row('with the allowances', ...totals.map((total) => total - allowance)),
    '',
    shareLine(operation),
    `A million opened pages cost ${totalOf(pageParts(million)).toFixed(2)} USD more.`,
    '',
    `Units: tests/bench. Prices: infra/cost/prices.ts, us-east-1, of ${datesOfPrices()}. Computed, not billed; taxes apart.`,
  ].join('\n')
}

function shareLine(operation: Operation): string {
  const share = marginalShare(operation)
  const verdict = share <= marginalBudget ? 'within' : 'over'
  return `A million more mails cost ${(share * sesPrice('à la carte', million)).toFixed(2)} USD beside SES: ${percent(share)} of SES à la carte, budget ${percent(marginalBudget)}, ${verdict}.`
}

function block(title: string, parts: readonly Part[]): readonly string[] {
  const priced = parts.map(pricedPart)
  return [heading(title), ...priced.map(({ name, usd: amount }) => row(name, amount)), row('together', totalOf(parts))]
}

const heading = (title: string, ...columns: string[]) =>
  `${title.padEnd(nameWidth)}${columns.map((column) => column.padStart(amountWidth)).join('')}`.trimEnd()
const row = (name: string, ...amounts: number[]) => `  ${name.padEnd(nameWidth - 2)}${amounts.map(usd).join('')}`
const count = (number: number) => Math.round(number).toLocaleString('en')

function datesOfPrices(): string {
  const dates = Object.values(prices)
    .map(({ date }) => date)
    .toSorted()
  return `${dates.at(0)} to ${dates.at(-1)}`
}
