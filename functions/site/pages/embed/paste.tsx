/** Code to copy: scrolls by itself, by keyboard too. */
export function Paste({ label, code }: { label: string; code: string }) {
  return (
    <section class="paste" tabindex={0} aria-label={label}>
      <pre>
        <code>{code}</code>
      </pre>
    </section>
  )
}
