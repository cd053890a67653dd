import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keepHandlerLog } from '../../../infra/local/handler-log.ts'

it('keeps the functions’ log in a file, shows only troubles, and lets everything else pass', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'talkback-log-'))
  const file = join(folder, 'handlers.log')
  const screen: unknown[] = []
  const complaints: string[] = []
  const output = { write: (chunk: unknown) => screen.push(chunk) > 0 } as unknown as NodeJS.WriteStream
  const log = keepHandlerLog({ file, complain: (line) => complaints.push(line), output })

  output.write('{"level":"info","event":"tick"}\n')
  output.write('{"level":"warn","event":"mail-not-sent"}\n')
  output.write('Wednesday 6 May\n')
  await log.close()
  output.write('{"level":"info","event":"after"}\n')

  expect(await readFile(file, 'utf8')).toBe(
    '{"level":"info","event":"tick"}\n{"level":"warn","event":"mail-not-sent"}\n',
  )
  expect(complaints).toEqual(['{"level":"warn","event":"mail-not-sent"}'])
  expect(screen).toEqual(['Wednesday 6 May\n', '{"level":"info","event":"after"}\n'])
  await rm(folder, { recursive: true })
})
