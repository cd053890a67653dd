import type { IncomingMessage } from 'node:http'

/** The whole body, or 'too-large' when it exceeds the limit; then the rest is read and dropped. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    // Read to the end all the same: a client that is still sending would see a reset and not the answer.
    if (length <= limit) chunks.push(chunk)
  }
  return length > limit ? 'too-large' : Buffer.concat(chunks, length)
}
