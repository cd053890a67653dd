/** Says what a handler did not catch, once while it stays the same: fast ticks would fill the screen with it. */
export function createFaultReport(complain: (line: string) => void): (name: string, error: unknown) => void {
  const said = new Map<string, string>()
  return (name, error) => {
    if (said.get(name) === String(error)) return
    said.set(name, String(error))
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    complain(`The ${name} function failed, as it would in the cloud: ${text}`)
  }
}
