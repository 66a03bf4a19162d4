import { describe, expect, it } from 'vitest'
import { createRegion, nest, outline } from '../../model'
import { createModel } from '../../model/testing'
import { landing } from './landing'

const CONFIG = `<View><Image name="img" value="$i"/><RectangleLabels name="kind" toName="img"><Label value="A"/></RectangleLabels></View>`

/** `a(b c) d` */
function open(direction: 'asc' | 'desc' = 'asc', folded = new Set<string>()) {
  const { document } = createModel({ config: CONFIG, data: { i: 'a.png' } })
  for (const id of ['a', 'b', 'c', 'd']) {
    const shape = { x: 1, y: 1, width: 5, height: 5, rotation: 0 }
    createRegion(document, { id, target: 'img', kind: 'rect', shape, answers: [{ control: 'kind', value: ['A'] }] })
  }
  nest(document, 'b', 'a')
  nest(document, 'c', 'a')
  const rows = outline(document, { group: 'manual', sort: 'date', direction, folded })
  const order = { descending: direction === 'desc', isSaved: true }
  return {
    at: (at: number) => landing(document, rows, at, order),
    unsaved: (at: number) => landing(document, rows, at, { ...order, isSaved: false }),
  }
}

describe('a dragged row', () => {
  it('lands above, in or below another', () => {
    const { at } = open()
    expect(at(0.1)).toEqual({ place: { parent: undefined, before: 'a' }, index: 0, isInto: false, depth: 0 })
    expect(at(1.5)).toEqual({ place: { parent: 'b', before: undefined }, index: 1, isInto: true, depth: 1 })
    expect(at(1.9)).toEqual({ place: { parent: 'a', before: 'c' }, index: 2, isInto: false, depth: 1 })
    expect(at(2.9)).toEqual({ place: { parent: 'a', before: undefined }, index: 3, isInto: false, depth: 1 })
  })

  it('lands first among the children that are shown under it', () => {
    expect(open().at(0.9)).toEqual({ place: { parent: 'a', before: 'b' }, index: 1, isInto: false, depth: 1 })
    expect(open('asc', new Set(['a'])).at(0.9)).toMatchObject({ place: { parent: undefined, before: 'd' }, depth: 0 })
  })

  it('lands last of all below the list', () => {
    expect(open().at(9)).toEqual({ place: { parent: undefined, before: undefined }, index: 4, isInto: false, depth: 0 })
    expect(open('desc').at(9)?.place).toEqual({ parent: undefined, before: 'a' })
  })

  it('lands where it is dropped when the newest come first', () => {
    const { at } = open('desc')
    // The list: d, a, c, b.
    expect(at(0.1)?.place).toEqual({ parent: undefined, before: undefined })
    expect(at(0.9)?.place).toEqual({ parent: undefined, before: 'd' })
    expect(at(2.9)?.place).toEqual({ parent: 'a', before: 'c' })
    expect(at(1.5)?.place).toEqual({ parent: 'a', before: 'b' })
  })

  it('only goes under another one where the list has an order of its own', () => {
    expect(open().unsaved(1.01)).toMatchObject({ place: { parent: 'b', before: undefined }, isInto: true })
  })
})
