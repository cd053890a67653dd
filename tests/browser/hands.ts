/** How somebody works a page: with a finger, or with the keys alone. Everything is found by the words that are read. */
import type { FrameLocator, Locator, Page } from 'playwright-core'

export interface Hands {
  /** A button, and the page that answers it. */
  press(name: string | RegExp): Promise<void>
  /** A link, and the page that it opens. */
  follow(name: string | RegExp): Promise<void>
  /** A link in the mail that is open, out of its frame. */
  followInMail(name: string | RegExp): Promise<void>
  type(label: string | RegExp, text: string): Promise<void>
  /** Exactly these of the boxes. */
  tick(boxes: Locator, names: readonly string[]): Promise<void>
  /** Something folded away. */
  open(summary: Locator): Promise<void>
  /** One of several, by its place. */
  mark(group: Locator, place: number): Promise<void>
}

type Touch = (wanted: Locator, root?: Root) => Promise<void>
type Root = Page | FrameLocator

/** Farther apart than this nobody looks for anything. */
const mostPresses = 250

/** Needs a guest whose screen can be touched. */
export function finger(page: Page): Hands {
  return {
    ...moves(page, (wanted) => wanted.tap()),
    type: (label, text) => page.getByLabel(label, { exact: typeof label === 'string' }).fill(text),
    async mark(group, place) {
      await group.getByRole('radio').nth(place).check()
    },
  }
}

/** Tab to get there, Enter to press, Space to tick, arrows to choose. */
export function keys(page: Page): Hands {
  const { keyboard } = page
  const reach = async (wanted: Locator, root: Root = page) => {
    const reached = wanted.and(root.locator(':focus'))
    for (let presses = 0; presses < mostPresses; presses++) {
      if ((await reached.count()) > 0) return
      await keyboard.press('Tab')
    }
    throw new Error(`Tab does not come to ${wanted}`)
  }
  return {
    ...moves(page, async (wanted, root) => {
      await reach(wanted, root)
      await keyboard.press((await isBox(wanted)) ? 'Space' : 'Enter')
    }),
    async type(label, text) {
      await reach(page.getByLabel(label, { exact: typeof label === 'string' }))
      await keyboard.press('ControlOrMeta+a')
      await keyboard.type(text)
    },
    async mark(group, place) {
      // Tab comes to the one that is chosen, or to the first.
      const radios = await group.getByRole('radio').all()
      const [first] = radios
      if (first === undefined) throw new Error('There is nothing to choose from')
      await reach(first)
      await keyboard.press('Space')
      for (let at = 0; at < place; at++) await keyboard.press('ArrowDown')
    },
  }
}

/** What differs only in how one thing is touched. */
function moves(page: Page, touch: Touch): Omit<Hands, 'type' | 'mark'> {
  const leadingOn = (wanted: Locator, root?: Root) =>
    Promise.all([page.waitForEvent('domcontentloaded'), touch(wanted, root)])
  return {
    async press(name) {
      await leadingOn(page.getByRole('button', { name, exact: typeof name === 'string' }).first())
    },
    async follow(name) {
      await leadingOn(page.getByRole('link', { name, exact: typeof name === 'string' }).first())
    },
    async followInMail(name) {
      const mail = page.frameLocator('iframe')
      await Promise.all([
        page.waitForURL((url) => !url.pathname.startsWith('/mails/')),
        touch(mail.getByRole('link', { name }).first(), mail),
      ])
    },
    async tick(boxes, names) {
      for (const box of await boxes.all()) {
        const label = await box.locator('xpath=ancestor::label').innerText()
        if ((await box.isChecked()) !== names.some((name) => label.startsWith(name))) await touch(box)
      }
    },
    open: (summary) => touch(summary),
  }
}

async function isBox(wanted: Locator): Promise<boolean> {
  return (await wanted.getAttribute('type')) === 'checkbox'
}
