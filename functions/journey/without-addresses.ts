/** Answers: this text of an error for the log. SES and DynamoDB quote addresses in theirs; logs hold none. */
export function withoutAddresses(detail: string): string {
  return detail.replace(/[^\s<>"',;]+@[^\s<>"',;]+/g, '<address>')
}
