// The pages are whole without this, and nothing is sent.

// The device's own time zone takes the place of the preselected one, until somebody has chosen.
const zone = document.querySelector('select[data-guess="zone"]')
if (zone instanceof HTMLSelectElement && zone.value === zone.querySelector('option[selected]')?.value) {
  const guess = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (guess) {
    const known = [...zone.options].find((option) => option.value === guess || option.dataset.formerly === guess)
    if (known) known.selected = true
    else zone.add(new Option(guess, guess, true, true))
  }
}

// The options of an ear drill become buttons: hear, answer, see, try again. Its answer waits until it was tried.
for (const drill of document.querySelectorAll('[data-answer]')) {
  const right = Number(drill.dataset.answer)
  const solution = drill.querySelector('.solution')
  const told = drill.appendChild(document.createElement('p'))
  told.setAttribute('role', 'status')
  solution.before(told)
  const options = [...drill.querySelectorAll('.options > li')].map((item) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'second'
    button.append(...item.childNodes)
    item.append(button)
    return button
  })
  const again = document.createElement('button')
  again.type = 'button'
  again.className = 'second again'
  again.textContent = 'Try again'
  const begin = () => {
    told.textContent = ''
    // It keeps its place, so that nothing moves.
    solution.classList.add('waits')
    solution.open = false
    again.remove()
    for (const button of options) button.className = 'second'
  }
  begin()
  for (const [place, button] of options.entries()) {
    button.addEventListener('click', () => {
      const isRight = place === right
      button.className = isRight ? 'second right' : 'second wrong'
      told.textContent = isRight ? `Right: ${button.textContent}.` : `Not “${button.textContent}”. Hear it once more.`
      solution.classList.remove('waits')
      if (!isRight) return
      solution.open = true
      solution.after(again)
    })
  }
  again.addEventListener('click', () => {
    begin()
    options[0]?.focus()
  })
}
