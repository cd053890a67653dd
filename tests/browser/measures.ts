/** Rulers that are laid on a page from inside. They are text, because these files know no browser's types. */

/** Answers: by how many pixels is the page wider than its window, and what sticks out? Nothing when it fits. */
export const sticksOut = `(() => {
  const { scrollWidth, clientWidth } = document.scrollingElement
  if (scrollWidth <= clientWidth) return []
  const widest = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
    .slice(0, 3)
    .map((element) => element.tagName.toLowerCase() + (element.className ? '.' + (element.className.baseVal ?? element.className) : ''))
  return [scrollWidth - clientWidth + ' px too wide: ' + widest.join(', ')]
})()`

/** Answers: which texts are cut off by their own box? What was typed into a field of one line can be scrolled there. */
export const cutOff = `(() =>
  [...document.body.querySelectorAll('*:not(input)')]
    .filter((element) => {
      const { overflowX, clipPath, position } = getComputedStyle(element)
      const isForReadersOnly = position === 'absolute' && clipPath !== 'none'
      return !isForReadersOnly && ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1
    })
    .map((element) => 'cut off: ' + element.outerHTML.slice(0, 80))
)()`

/**
 * Answers: which targets are smaller than 24 px and have another target within the circle around them? Links within a
 * sentence are as high as its line (WCAG 2.2, 2.5.8: size, spacing and inline).
 */
export const smallTargets = `(() => {
  const least = 24
  const isInline = (element) => getComputedStyle(element).display === 'inline'
  const blockOf = (element) => (isInline(element) ? blockOf(element.parentElement) : element)
  const isInSentence = (element) =>
    element.tagName === 'A' && isInline(element) && blockOf(element).innerText.trim().length > element.innerText.trim().length
  const boxOf = (element) => (element.closest('label') ?? element).getBoundingClientRect()
  const targets = [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden])')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.skip'))
    .map((element) => ({ element, box: boxOf(element) }))
    .filter(({ box }) => box.width > 0 && box.height > 0)
  const middle = ({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 })
  const distance = (from, { left, right, top, bottom }) =>
    Math.hypot(Math.max(left - from.x, 0, from.x - right), Math.max(top - from.y, 0, from.y - bottom))
  return targets
    .filter(({ element, box }) => (box.width < least || box.height < least) && !isInSentence(element))
    .filter(({ box, element }) =>
      targets.some((other) => other.element !== element && distance(middle(box), other.box) < least / 2))
    .map(({ element, box }) =>
      Math.round(box.width) + ' x ' + Math.round(box.height) + ' px: ' + (element.innerText || element.name || element.outerHTML).slice(0, 60))
})()`

/** Answers: what has moved since the page was opened or last asked, without anybody having pressed anything? */
export const layoutShifts = `new Promise((done) => {
  const found = []
  const observer = new PerformanceObserver((list) => found.push(...list.getEntries()))
  observer.observe({ type: 'layout-shift', buffered: true })
  // Two more pictures of the page: what loads has its place by then.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
    found.push(...observer.takeRecords())
    observer.disconnect()
    const since = globalThis.lastAsked ?? 0
    globalThis.lastAsked = performance.now()
    done(found
      .filter(({ startTime, hadRecentInput }) => startTime > since && !hadRecentInput)
      .map(({ value, sources }) => 'moves by ' + value.toFixed(4) + ': ' +
        sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? '?').slice(0, 60)).join(', ')))
  })))
})`

/** Answers: how many bytes did the page take on the wire, with style and script, without pictures and sounds? */
export const bytesOnTheWire = `[
  ...performance.getEntriesByType('navigation'),
  ...performance.getEntriesByType('resource').filter(({ initiatorType }) => ['link', 'script'].includes(initiatorType)),
].reduce((total, { encodedBodySize }) => total + encodedBodySize, 0)`

/** Answers: the longest time, in seconds, that anything on the page takes to change or move. */
export const longestMotion = `Math.max(0, ...[...document.querySelectorAll('*')].flatMap((element) => {
  const { transitionDuration, animationDuration, animationName } = getComputedStyle(element)
  // What is shown only where a browser plays no sound has no style.
  if (transitionDuration === '') return []
  const seconds = (text) => text.split(',').map((part) => parseFloat(part) * (part.includes('ms') ? 0.001 : 1))
  return [...seconds(transitionDuration), ...(animationName === 'none' ? [] : seconds(animationDuration))]
}))`

/** Answers: which controls are there to be reached, in the order of the page? Of radio buttons that belong together, one. */
export const reachable = `[...document.querySelectorAll('a[href], button, summary, select, textarea, iframe, audio[controls], input:not([type=hidden]), [tabindex="0"]')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .filter((element) => {
    if (element.type !== 'radio') return true
    const together = [...element.form.elements].filter(({ type, name }) => type === 'radio' && name === element.name)
    return element === (together.find(({ checked }) => checked) ?? together[0])
  })
  .map((element) => {
    element.dataset.place ??= String(document.querySelectorAll('[data-place]').length)
    return element.dataset.place
  })`

/** Answers: where is the focus, and can it be seen? Undefined when nothing has it. */
export const focused = `(() => {
  const element = document.activeElement
  if (element === null || element === document.body) return undefined
  const ringed = [element, element.closest('label')].filter(Boolean).map((each) => getComputedStyle(each))
  const box = element.getBoundingClientRect()
  const isInWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  const hasRing = ringed.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1)
  return {
    place: element.dataset.place ?? element.outerHTML.slice(0, 80),
    what: (element.innerText || element.name || element.tagName).slice(0, 60),
    isSeen: isInWindow && (hasRing || element.tagName === 'IFRAME'),
  }
})()`
