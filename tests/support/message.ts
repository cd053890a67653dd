/** A compiled mail as a whole message, read back the way mail programs do. */
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import type { CompiledMail, SlotName } from '../../functions/catalog/compiled.ts'
import { joinMail } from '../../functions/mail/join.ts'

const address = (what: string) => `https://learn.example.org/${what}/eyJrIjoiMSJ9.c2lnbmF0dXJl?a=1&b=2`

/** A value for every slot. */
export const slotValues: Readonly<Record<SlotName, string>> = {
  name: 'Ana',
  lessonUrl: address('lesson'),
  doneUrl: address('done'),
  pathUrl: address('path'),
  leaveUrl: address('leave'),
  confirmUrl: address('confirm'),
  signInUrl: address('sign-in'),
  goOnUrl: address('go-on'),
  step: 'E08, Latency and cues',
  minutes: '40',
  questionOne: 'What is one?',
  answerOne: 'A number.',
  questionTwo: 'What is two?',
  answerTwo: 'Another number.',
  plan: 'Your own plan: When it is Tuesday 19:00 at my desk, I open the lesson.',
  siteUrl: 'https://learn.example.org',
  postalAddress: 'Example Studio, 12 Tape Street, Berlin',
}

/** The message that would be sent. */
export function messageOf(mail: CompiledMail, values: Partial<Record<SlotName, string>> = {}): string {
  const headers = ['From: "Small Path" <path@example.org>', 'To: ana@example.org', `Subject: ${mail.subjectHeader}`]
  const head = [...headers, 'MIME-Version: 1.0', `Content-Type: ${mail.contentType}`].join('\r\n')
  return `${head}\r\n\r\n${joinMail(mail, { ...slotValues, ...values })}`
}

export interface Read {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What two independent parsers make of it, by parser. */
export async function readMessage(raw: string): Promise<Record<'postal-mime' | 'mailparser', Read>> {
  const one = await PostalMime.parse(raw)
  const two = await simpleParser(raw, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  })
  const read = (subject = '', text = '', html = ''): Read => ({ subject, text: plain(text), html: plain(html) })
  return {
    'postal-mime': read(one.subject, one.text, one.html),
    mailparser: read(two.subject, two.text, two.html || ''),
  }
}

// Parsers differ in line ends and in the line end before a boundary, which is the boundary's.
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd()
}
