/** Where the words of a drawing stand, and whether all of them can be read. */
import { faceOf } from './paint.ts'
import { textWidth } from './text-width.ts'
import { canvasWidth, textSize } from './theme.ts'

export interface TextBox {
  readonly words: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Answers: the box of every text in this SVG, measured as the drawing measures. */
export function textBoxes(svg: string): readonly TextBox[] {
  return [...svg.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)"(?: class="([^"]*)")?>([^<]*)<\/text>/g)].map((match) => {
    const [x, y, style, words] = [Number(match[1]), Number(match[2]), match[3] ?? '', plain(match[4] ?? '')]
    // Letters on tape stand 1 unit apart.
    const width = textWidth(words, faceOf(style)) + (style === 'label' ? words.length : 0)
    const classes = style.split(' ')
    const left = classes.includes('m') ? x - width / 2 : classes.includes('e') ? x - width : x
    return { words, left, right: left + width, top: y - textSize * 0.76, bottom: y + textSize * 0.22 }
  })
}

const edge = 8
/** Descenders of one line may touch the line below by this much. */
const touch = 2

/** Answers: which words leave the canvas or stand upon others? Nothing, for a figure that can be read. */
export function misplacedWords(svg: string): readonly string[] {
  const height = Number(/<svg[^>]* height="(\d+)"/.exec(svg)?.[1])
  const boxes = textBoxes(svg)
  const outside = boxes.filter(
    (box) => box.left < edge || box.right > canvasWidth - edge || box.top < 0 || box.bottom > height,
  )
  const pairs = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => overlaps(one, other))
      .map((other) => [one, other] as const),
  )
  return [
    ...outside.map(({ words }) => `The words "${words}" leave the canvas.`),
    ...pairs.map(([one, other]) => `The words "${one.words}" and "${other.words}" stand upon each other.`),
  ]
}

function overlaps(one: TextBox, other: TextBox): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return across > touch && down > touch
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
