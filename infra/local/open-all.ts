/** Something opened that is to be closed again. */
interface Closable {
  close(): Promise<void>
}

type Opened<T extends Record<string, Promise<unknown>>> = { [Name in keyof T]: Awaited<T[Name]> }

/** Waits for all that is being opened. If one fails, what did open is closed, and the first failure is thrown. */
export async function openAll<T extends Record<string, Promise<unknown>>>(opening: T): Promise<Opened<T>> {
  const names = Object.keys(opening)
  const results = await Promise.allSettled(Object.values(opening))
  const failed = results.find((result) => result.status === 'rejected')
  const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  if (failed) {
    await Promise.allSettled(opened.filter(isClosable).map((open) => open.close()))
    throw failed.reason
  }
  return Object.fromEntries(names.map((name, index) => [name, opened[index]])) as Opened<T>
}

function isClosable(value: unknown): value is Closable {
  return typeof value === 'object' && value !== null && 'close' in value
}
