import { readFileSync } from 'node:fs'

/**
 * Answers: how much memory has this process had at most, in MB? From the kernel's own mark of this program. `getrusage`
 * would not do: across fork and exec its maximum is inherited from the parent (Linux, fs/exec.c).
 */
export function peakMemoryMb(): number {
  const mark = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))
  if (mark === null) throw new Error('Peak memory is read from /proc/self/status, which only Linux has.')
  return Number(mark[1]) / 1_024
}
