/** A whole RFC 5322 message around a compiled body. Nothing a learner typed stands in a header but their address. */
import type { CompiledMail } from '../catalog/compiled.ts'

export interface SenderSettings {
  /** The path's title as an encoded display name. */
  readonly nameHeader: string
  readonly senderAddress: string
  readonly replyTo: string
  /** RFC 2919: stable, with a dot; here the path's id at the site's host. */
  readonly listId: string
}

export interface Envelope {
  readonly to: string
  readonly mail: CompiledMail
  readonly body: string
  /** Where RFC 8058's POST goes. Absent on mail that a person asked for, such as the confirmation. */
  readonly leaveUrl?: string
}

/**
 * Answers: the message, ASCII, lines ended by CRLF. `Date` and `Message-ID` are left to SES, which overwrites them.
 * Throws for an address that could break out of its header; addresses are checked long before.
 */
export function message(sender: SenderSettings, { to, mail, body, leaveUrl }: Envelope): string {
  if (!/^[\x21-\x7e]+$/.test(to) || /[<>,;]/.test(to)) throw new TypeError('An address that no header may hold')
  const headers = [
    `From: ${sender.nameHeader} <${sender.senderAddress}>`,
    `To: <${to}>`,
    `Reply-To: <${sender.replyTo}>`,
    `Subject: ${mail.subjectHeader}`,
    `List-Id: ${sender.nameHeader} <${sender.listId}>`,
    // RFC 3834: keeps holiday replies away.
    'Auto-Submitted: auto-generated',
    ...(leaveUrl === undefined ? [] : oneClick(leaveUrl)),
    'MIME-Version: 1.0',
    `Content-Type: ${mail.contentType}`,
  ]
  return `${headers.join('\r\n')}\r\n\r\n${body}`
}

/** RFC 8058 section 3.1: exactly this pair, over HTTPS, covered by SES's DKIM signature. */
function oneClick(leaveUrl: string): readonly string[] {
  return [`List-Unsubscribe: <${leaveUrl}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click']
}
