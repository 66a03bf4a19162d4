import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, stepped, type TreePlace, type TreeStep } from './arrange'
import { createRegion, nest } from './edit'
import { outline } from './outline'
import { createModel, type Model } from './testing'

const CONFIG = `<View><Image name="img" value="$i"/><RectangleLabels name="kind" toName="img"><Label value="A"/></RectangleLabels></View>`
const NONE = new Set<string>()

function open(...ids: string[]): Model {
  const model = createModel({ config: CONFIG, data: { i: 'a.png' } })
  for (const id of ids) {
    const shape = { x: 1, y: 1, width: 5, height: 5, rotation: 0 }
    createRegion(model.document, {
      id,
      target: 'img',
      kind: 'rect',
      shape,
      answers: [{ control: 'kind', value: ['A'] }],
    })
  }
  return model
}

/** `a(b c) d` */
function tree({ document }: Model): string {
  const rows = outline(document, { group: 'manual', sort: 'date', direction: 'asc' })
  return rows.map((row) => (row.row === 'region' ? '-'.repeat(row.depth) + row.id : '')).join(' ')
}

const step = (model: Model, id: string, way: TreeStep): string => {
  const place = stepped(model.document, id, way)
  if (place) arrange(model.document, [id], place, NONE)
  return tree(model)
}

describe('the tree of regions', () => {
  it('is arranged step by step', () => {
    const model = open('a', 'b', 'c')
    expect(step(model, 'c', 'up')).toBe('a c b')
    expect(step(model, 'a', 'down')).toBe('c a b')
    expect(step(model, 'a', 'in')).toBe('c -a b')
    expect(step(model, 'b', 'in')).toBe('c -a -b')
    expect(step(model, 'b', 'up')).toBe('c -b -a')
    expect(step(model, 'b', 'out')).toBe('c -a b')
    expect(step(model, 'c', 'down')).toBe('b c -a')
  })

  it('stays as it is where a step leads nowhere', () => {
    const model = open('a', 'b')
    for (const [id, way] of [
      ['a', 'up'],
      ['b', 'down'],
      ['a', 'in'],
      ['a', 'out'],
    ] as const) {
      expect(step(model, id, way)).toBe('a b')
    }
  })

  it('is saved: the parent in every item, and the order', () => {
    const model = open('a', 'b')
    arrange(model.document, ['a'], { parent: 'b', before: undefined }, NONE)
    expect(model.serialize().map(({ id, parentID }) => [id, parentID])).toEqual([
      ['b', undefined],
      ['a', 'b'],
    ])
  })

  it('takes several at once, children with their parents', () => {
    const model = open('a', 'b', 'c', 'd')
    nest(model.document, 'b', 'a')
    const moved = arrange(model.document, ['b', 'a', 'c'], { parent: 'd', before: undefined }, NONE)
    expect(moved).toEqual(['a', 'c'])
    expect(tree(model)).toBe('d -a --b -c')
  })

  it('leaves what is locked or protected', () => {
    const model = open('a', 'b', 'c')
    expect(arrange(model.document, ['a', 'b'], { parent: 'c', before: undefined }, new Set(['a']))).toEqual(['b'])
    expect(tree(model)).toBe('a c -b')
  })

  it('never closes a circle and never loses a region', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const id = fc.constantFrom(...ids)
    const maybe = fc.option(id, { nil: undefined })
    const place: fc.Arbitrary<TreePlace> = fc.record({ parent: maybe, before: maybe })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.uniqueArray(id, { minLength: 1 }), place), { maxLength: 12 }), (moves) => {
        const model = open(...ids)
        for (const [moving, to] of moves) arrange(model.document, moving, to, NONE)
        const seen = tree(model)
          .split(' ')
          .map((it) => it.replace(/-/g, ''))
        expect(seen.toSorted()).toEqual(ids)
        for (const start of ids) {
          let steps = 0
          for (let at: string | undefined = start; at; at = model.document.region(at)?.parent)
            expect(steps++).toBeLessThan(6)
        }
      }),
    )
  })
})
