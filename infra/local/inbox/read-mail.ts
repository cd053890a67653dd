import type { Email } from 'postal-mime'
import type { RawMail } from '../ses-protocol.ts'

export interface HeadLine {
  readonly from: string
  readonly to: string
  readonly subject: string
}

/** One mail, taken apart. */
export interface ReadMail {
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly text: string
  readonly html: string | undefined
  /** Addresses of pages in it, in order, each once. */
  readonly links: readonly string[]
}

/** What a list needs, from the head alone. The receiver is whom SES was told to deliver to, whatever `To` says. */
export async function readHeadLine(mail: RawMail): Promise<HeadLine> {
  const end = mail.raw.indexOf('\r\n\r\n')
  const head = await parse(end < 0 ? mail.raw : mail.raw.subarray(0, end + 4))
  return {
    from: head.from?.address ?? mail.source ?? '',
    to: mail.destinations.join(', ') || (head.to ?? []).map(({ address }) => address).join(', '),
    subject: head.subject ?? '',
  }
}

/** Takes a whole message apart. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const email = await parse(raw)
  return {
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    text: email.text ?? '',
    html: email.html,
    links: findLinks(email.html, email.text ?? ''),
  }
}

// Imported when the first mail comes: it is not needed to be ready.
async function parse(raw: Buffer): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime')
  return PostalMime.parse(raw)
}

function findLinks(html: string | undefined, text: string): string[] {
  const found =
    html === undefined
      ? [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map((match) => match[0])
      : [...html.matchAll(/<a\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(
          (match) => match[1] ?? match[2] ?? '',
        )
  return [...new Set(found.map(decodeEntities))]
}

function decodeEntities(text: string): string {
  return text
    .replace(/&(?:amp|#38|#x26);/gi, '&')
    .replace(/&quot;/gi, '"')
    .replace(/&#39;/g, "'")
}
