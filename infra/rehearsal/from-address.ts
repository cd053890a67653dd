/** Answers: whom does this message say it is from? SES reads its header, and `ses:FromAddress` is that address. */
export function fromAddressOf(raw: Buffer): string {
  const head = raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? ''
  const value = /^from:((?:.*(?:\r\n[ \t])?)*)/im.exec(head)?.[1] ?? ''
  return /<([^<>]+)>\s*$/.exec(value.trim())?.[1] ?? value.trim()
}
