import { createWriteStream } from 'node:fs'

/** The stream that functions log to; CloudWatch reads it in the cloud. */
type Output = Pick<NodeJS.WriteStream, 'write'>

export interface HandlerLog {
  close(): Promise<void>
}

const logLine = /^\{"level":"(info|warn|error)",/

/**
 * From now on the functions' log lines go to a file, and of the others only warnings and errors to the screen too: a fast
 * day has a hundred ticks a minute, and their lines would drown the mails.
 */
export function keepHandlerLog(options: {
  file: string
  complain: (line: string) => void
  output?: Output
}): HandlerLog {
  const { file, complain, output = process.stdout } = options
  const stream = createWriteStream(file, { flags: 'a' })
  const write = output.write
  output.write = function divert(this: Output, chunk: string | Uint8Array, ...rest: never[]) {
    const level = typeof chunk === 'string' ? logLine.exec(chunk)?.[1] : undefined
    if (level === undefined) return write.call(output, chunk, ...rest)
    if (level !== 'info') complain(String(chunk).trimEnd())
    return stream.write(chunk)
  } as Output['write']
  return {
    close() {
      output.write = write
      return new Promise((resolve) => stream.end(resolve))
    },
  }
}
