/** The words of a page and where they stand, so that a box can say what is written in it. */

import type { Point } from '../../model'

/** One run of text on a page, as pdf.js reports it. */
export interface PlacedRun {
  readonly str: string
  readonly dir: string
  readonly width: number
  readonly height: number
  /** Maps the unit square of the font to the page's own space. */
  readonly transform: readonly number[]
  readonly fontName: string
  readonly hasEOL: boolean
}

export interface Font {
  readonly fontFamily: string
  readonly vertical?: boolean
}

/** How long a text is in a font; only proportions count. */
export type Measure = (text: string, family: string) => number

type Gap = '' | ' ' | '\n'

export interface Word {
  readonly text: string
  /** Its middle, in the pixels of the page at scale 1. */
  readonly at: Point
  /** What stands between it and the word before. */
  readonly gap: Gap
}

const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}`
/** Scripts without spaces are taken letter by letter. */
const WORD = new RegExp(`[${UNSPACED}]|[^\\s${UNSPACED}]+`, 'gu')

/** From the baseline to the middle of small letters, in heights of the font. */
const MIDDLE = 0.3

const wider = (a: Gap, b: Gap): Gap => (a === '\n' || b === '\n' ? '\n' : a || b)

/** `toPage` maps the page's own space to its pixels at scale 1. */
export function wordsOf(
  runs: readonly PlacedRun[],
  fonts: Readonly<Record<string, Font>>,
  toPage: readonly number[],
  measure: Measure,
): Word[] {
  const words: Word[] = []
  let gap: Gap = ''
  for (const run of runs) {
    const font = fonts[run.fontName]
    const length = (text: string): number => measure(text, font?.fontFamily ?? 'sans-serif')
    const place = placing(run, toPage, font?.vertical === true)
    const whole = length(run.str)
    let end = 0
    for (const { 0: text, index } of run.str.matchAll(WORD)) {
      if (index > end) gap = wider(gap, ' ')
      end = index + text.length
      const share = whole > 0 ? (length(run.str.slice(0, index)) + length(text) / 2) / whole : 0.5
      words.push({ text, at: place(share), gap })
      gap = ''
    }
    if (end < run.str.length) gap = wider(gap, ' ')
    if (run.hasEOL) gap = '\n'
  }
  return words
}

/** Where a run is after a share of its length. */
function placing(run: PlacedRun, toPage: readonly number[], isVertical: boolean): (share: number) => Point {
  const [a, b, c, d, x, y] = product(toPage, run.transform)
  const scale = Math.hypot(toPage[0] ?? 1, toPage[1] ?? 0)
  const [dx, dy] = isVertical ? [-c, -d] : [a, b]
  const length = (scale * (isVertical ? run.height : run.width)) / (Math.hypot(dx, dy) || 1)
  const [upX, upY] = isVertical ? [0, 0] : [c * MIDDLE, d * MIDDLE]
  return (share) => {
    const along = (run.dir === 'rtl' ? 1 - share : share) * length
    return { x: x + dx * along + upX, y: y + dy * along + upY }
  }
}

type Matrix = readonly [number, number, number, number, number, number]

function product(one: readonly number[], other: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = one as Matrix
  const [g, h, i, j, k, l] = other as Matrix
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** The words of which the middle is inside, in the order of the document, on lines as they stand there. */
export function textOf(words: readonly Word[], isInside: (at: Point) => boolean): string {
  let [text, gap]: [string, Gap] = ['', '']
  for (const word of words) {
    if (isInside(word.at)) {
      text += text === '' ? word.text : `${wider(gap, word.gap)}${word.text}`
      gap = ''
    } else gap = wider(wider(gap, word.gap), ' ')
  }
  return text
}
