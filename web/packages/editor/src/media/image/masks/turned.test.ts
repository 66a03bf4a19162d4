import { describe, expect, it } from 'vitest'
import { type Mask, MaskBuilder } from './runs'
import { turned } from './turned'

const SIZE = { width: 8, height: 6 }

/** Dots are empty, digits are alphas in steps of 25. */
function drawn(rows: readonly string[]): Mask {
  const builder = new MaskBuilder(SIZE)
  for (const [y, row] of rows.entries()) {
    for (const [x, cell] of [...row].entries()) if (cell !== '.') builder.push(y * 8 + x, y * 8 + x + 1, +cell * 25)
  }
  return builder.finish()
}

function shown({ width, height, starts, ends, values }: Mask): string[] {
  const cells = Array.from({ length: width * height }, () => '.')
  for (const [i, start] of starts.entries()) cells.fill(`${(values[i] as number) / 25}`, start, ends[i])
  return Array.from({ length: height }, (_, y) => cells.slice(y * width, (y + 1) * width).join(''))
}

const MASK = drawn(['........', '.12.....', '.33.....', '.4......', '........', '........'])
const still = { about: { x: 1, y: 1 }, scale: 1, degrees: 0 }

describe('a mask that is turned and scaled', () => {
  it('is the same by nothing', () => {
    expect(shown(turned(MASK, still))).toEqual(shown(MASK))
  })

  it('grows from a point, with its soft values', () => {
    const grown = turned(drawn(['........', '.12.....', '.3......']), { ...still, scale: 2 })
    expect(shown(grown)).toEqual(['........', '.1122...', '.1122...', '.33.....', '.33.....', '........'])
    expect(grown.bounds).toEqual({ minX: 1, minY: 1, maxX: 5, maxY: 5 })
  })

  it('shrinks back to what it was', () => {
    const grown = turned(drawn(['........', '.12.....', '.3......']), { ...still, scale: 2 })
    expect(shown(turned(grown, { ...still, scale: 0.5 })).slice(0, 3)).toEqual(['........', '.12.....', '.3......'])
  })

  it('turns by quarters pixel by pixel, clockwise', () => {
    const quarter = turned(MASK, { about: { x: 3, y: 3 }, scale: 1, degrees: 90 })
    expect(shown(quarter)).toEqual(['........', '..431...', '...32...', '........', '........', '........'])
    const back = turned(quarter, { about: { x: 3, y: 3 }, scale: 1, degrees: -90 })
    expect(shown(back)).toEqual(shown(MASK))
  })

  it('leaves out what leaves the picture, and may end up empty', () => {
    expect(shown(turned(MASK, { about: { x: 8, y: 1 }, scale: 2, degrees: 0 })).join('')).toMatch(/^\.+$/)
    expect(turned(MASK, { about: { x: 8, y: 1 }, scale: 2, degrees: 0 }).bounds).toBeUndefined()
    expect(turned(drawn([]), still).bounds).toBeUndefined()
  })
})
