/** A form whose press only shows what it would do. */
import type { PropsWithChildren } from 'hono/jsx'
import { addresses } from '../../addresses.ts'
import { TokenField } from '../../parts/token-field.tsx'

interface ControlFormProps {
  readonly name: string
  readonly token: string
  readonly button: string
  readonly main?: boolean
  /** Hidden fields that it carries. */
  readonly carries?: Readonly<Record<string, string>>
}

export function ControlForm(props: PropsWithChildren<ControlFormProps>) {
  const { name, token, button, main = false, carries = {}, children } = props
  return (
    <form method="post" action={addresses.previewControl(name)} class={children ? 'form' : undefined} novalidate>
      <TokenField token={token} />
      {Object.entries(carries).map(([field, value]) => (
        <input type="hidden" name={field} value={value} />
      ))}
      {children}
      <button type="submit" class={main ? undefined : 'second'}>
        {button}
      </button>
    </form>
  )
}
