/** Reads the words of a page from its text layer. */

import type { PDFPageProxy } from 'pdfjs-dist'
import { type Measure, type Word, wordsOf } from '../../media/pdf/words'

let context: CanvasRenderingContext2D | null | undefined

/** As the text layer does it: in a font of the same family, since proportions are enough. */
const measure: Measure = (text, family) => {
  context ??= document.createElement('canvas').getContext('2d')
  if (!context) return text.length
  context.font = `16px ${family}`
  return context.measureText(text).width
}

/** A page without text, or one that is broken, has no words. */
export async function readWords(page: PDFPageProxy): Promise<readonly Word[]> {
  try {
    const { items, styles } = await page.getTextContent()
    const { transform } = page.getViewport({ scale: 1, rotation: page.rotate })
    return wordsOf(
      items.filter((item) => 'str' in item),
      styles,
      transform,
      measure,
    )
  } catch {
    return []
  }
}
