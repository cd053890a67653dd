/** Says what a press has done. */
import type { PropsWithChildren } from 'hono/jsx'

export function Status({ children }: PropsWithChildren) {
  return (
    <p class="status" role="status">
      {children}
    </p>
  )
}
