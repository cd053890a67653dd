import type { RawMail } from '../../../../infra/local/ses-protocol.ts'

/** A mail as the functions hand it to SES. */
export function rawMail(
  given: {
    to?: string
    subject?: string
    text?: string
    /** `null`: plain text only. */
    html?: string | null
    step?: string
  } = {},
): RawMail {
  const { to = 'ann@example.org', subject = 'A lesson', text = 'Words', html = '<p>Words</p>', step } = given
  const head = [
    'From: Talkback <lessons@talkback.example>',
    `To: ${to}`,
    `Subject: ${subject}`,
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'MIME-Version: 1.0',
  ]
  const parts =
    html === null
      ? ['Content-Type: text/plain; charset=utf-8', '', text]
      : [
          'Content-Type: multipart/alternative; boundary="b"',
          '',
          '--b',
          'Content-Type: text/plain; charset=utf-8',
          '',
          text,
          '--b',
          'Content-Type: text/html; charset=utf-8',
          '',
          html,
          '--b--',
          '',
        ]
  return {
    raw: Buffer.from([...head, ...parts].join('\r\n')),
    source: 'lessons@talkback.example',
    destinations: [to],
    tags: step === undefined ? {} : { step },
    configurationSet: 'talkback',
  }
}
