/**
 * Asks every two seconds whether a mail has come and shows the list anew only then, and not while somebody types. Without
 * script the page reloads itself by `meta refresh`.
 */
export const script = `
const shown = document.body.dataset.newest
const ask = async () => {
  try {
    const answer = await fetch('/api/newest' + location.search)
    const { newest } = await answer.json()
    if (newest !== shown && document.activeElement?.tagName !== 'INPUT' && !document.hidden) location.reload()
  } catch {}
}
setInterval(ask, 2000)
`
