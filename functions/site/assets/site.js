// The pages are whole without this. It only puts the device's own time zone in place of the preselected one, until
// somebody has chosen. Nothing is sent.
const zone = document.querySelector('select[data-guess="zone"]')
if (zone instanceof HTMLSelectElement && zone.value === zone.querySelector('option[selected]')?.value) {
  const guess = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (guess) {
    const known = [...zone.options].find((option) => option.value === guess || option.dataset.formerly === guess)
    if (known) known.selected = true
    else zone.add(new Option(guess, guess, true, true))
  }
}
