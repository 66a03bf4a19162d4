import { describe, expect, it } from 'vitest'
import { compareDocuments, encodeRle, LabelDocument, readConfig, type WireItem } from '../../model'
import { byDrawing } from './likeness'

const config = readConfig(
  '<View><Image name="i" value="$u"/><Brush name="b" toName="i"/><Vector name="v" toName="i"/><Rectangle name="r" toName="i"/></View>',
)
const SIZE = { original_width: 40, original_height: 20 }
const item = (id: string, from_name: string, type: string, value: object): WireItem => ({
  ...{ id, from_name, to_name: 'i', type, ...SIZE },
  value: value as never,
})

/** Painted columns, over the whole height. */
const painted = (id: string, ...columns: (readonly [from: number, to: number])[]): WireItem => {
  const alpha = Uint8Array.from({ length: 40 * 20 }, (_, at) =>
    columns.some(([from, to]) => at % 40 >= from && at % 40 < to) ? 255 : 0,
  )
  return item(id, 'b', 'brush', { format: 'rle', rle: [...encodeRle(alpha)] })
}

const path = (id: string, ...points: (readonly [x: number, y: number])[]): WireItem =>
  item(id, 'v', 'vector', { vertices: points.map(([x, y], n) => ({ id: `${n}`, x, y })), closed: false })

const read = (items: WireItem[]) => LabelDocument.decode(config, items).document
const compare = (a: WireItem[], b: WireItem[]) => compareDocuments(read(a), read(b), byDrawing).regions
const pairs = (a: WireItem[], b: WireItem[]) => compare(a, b).map(({ a: one, b: other }) => [one, other])

describe('regions of other ids', () => {
  it('are the same mask when they share most of their pixels, whatever their boxes', () => {
    const found = compare([painted('a', [0, 10], [30, 31])], [painted('far', [11, 31]), painted('near', [0, 9])])
    expect(found).toEqual([
      { status: 'changed', a: 'a', b: 'near', aspects: ['place'], overlap: 9 / 11 },
      { status: 'onlyB', b: 'far', aspects: [] },
    ])
  })

  it('are two masks when they share little, and when one of them cannot be read', () => {
    expect(pairs([painted('a', [0, 10])], [painted('b', [8, 20])])).toEqual([
      ['a', undefined],
      [undefined, 'b'],
    ])
    const broken = item('x', 'b', 'brush', { format: 'rle', rle: [1, 2, 3] })
    expect(pairs([broken], [painted('b', [8, 20])])).toEqual([
      ['x', undefined],
      [undefined, 'b'],
    ])
  })

  it('are the same path when they run side by side, however many points each has', () => {
    const [line, straight] = [path('a', [10, 10], [50, 10.5], [90, 10]), path('b', [90, 12], [10, 12])]
    expect(pairs([line], [path('x', [10, 40], [90, 40]), straight])).toEqual([
      ['a', 'b'],
      [undefined, 'x'],
    ])
    expect(compare([line], [straight])[0]).not.toHaveProperty('overlap')
  })

  it('are upright paths beside one another as well', () => {
    expect(pairs([path('a', [10, 0], [10, 100])], [path('b', [11, 0], [11, 100])])).toEqual([['a', 'b']])
  })

  it('are two paths when one is only a part of the other, or has but one point', () => {
    expect(pairs([path('a', [0, 50], [100, 50])], [path('b', [0, 50], [20, 50])])).toEqual([
      ['a', undefined],
      [undefined, 'b'],
    ])
    expect(pairs([path('a', [0, 50], [100, 50])], [path('b', [50, 50])])).toEqual([
      ['a', undefined],
      [undefined, 'b'],
    ])
  })

  it('are boxes by their boxes, as ever', () => {
    const box = (id: string, x: number) => item(id, 'r', 'rectangle', { x, y: 0, width: 10, height: 10, rotation: 0 })
    expect(compare([box('a', 0)], [box('b', 1)])).toMatchObject([{ a: 'a', b: 'b', overlap: expect.closeTo(9 / 11) }])
  })
})
