/** The text of a document: its text nodes one after another, a `<br>` being one character. */

import { type Piece, Places } from '../text/places'

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td
  tfoot th thead tr ul`.split(/\s+/),
)

export function placesIn(root: HTMLElement): Places {
  const pieces: Piece[] = []
  const breaks: number[] = []
  const texts: string[] = []
  let length = 0
  const put = (node: Text | Element, text: string): void => {
    pieces.push({ start: length, node })
    texts.push(text)
    length += text.length
  }
  const breakHere = (): void => {
    if (breaks[breaks.length - 1] !== length) breaks.push(length)
  }
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      if (node.length > 0) put(node, node.data)
    } else if (node instanceof Element) {
      if (node.localName === 'br') put(node, '\n')
      const isBlock = BLOCKS.has(node.localName)
      if (isBlock) breakHere()
      for (const child of node.childNodes) visit(child)
      if (isBlock) breakHere()
    }
  }
  for (const child of root.childNodes) visit(child)
  if (pieces.length === 0) put(root.appendChild(document.createTextNode('')), '')
  return new Places({ root, text: texts.join(''), pieces, breaks })
}
