import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allStacks,
  close,
  divide,
  EDGES,
  edgeOf,
  fold,
  gather,
  type Home,
  inFront,
  type Layout,
  move,
  NO_LAYOUT,
  narrowed,
  place,
  readLayout,
  resizeDock,
  type Spot,
  settle,
  shift,
  show,
  stackOf,
} from './layout'

const HOMES = new Map<string, Home>([
  ['regions', { edge: 'right', row: 0 }],
  ['info', { edge: 'right', row: 1 }],
  ['relations', { edge: 'right', row: 1 }],
  ['history', { edge: 'left', row: 0 }],
])
const home = settle(NO_LAYOUT, HOMES)

const panelsAt = (layout: Layout, edge: 'left' | 'right' | 'bottom') => layout.docks[edge].stacks.map((it) => it.panels)

describe('a layout nobody has changed', () => {
  it('has every panel at home, rows in their order', () => {
    expect(panelsAt(home, 'right')).toEqual([['regions'], ['info', 'relations']])
    expect(panelsAt(home, 'left')).toEqual([['history']])
  })

  it('takes a new panel to the row of its kind, wherever that row was moved', () => {
    const moved = move(home, ['info'], { at: 'bottom' })
    const more = settle(moved, new Map([...HOMES, ['comments', { edge: 'right', row: 1 }]]))
    expect(panelsAt(more, 'right')).toEqual([['regions'], ['relations', 'comments']])
    const first = settle(moved, new Map([...HOMES, ['search', { edge: 'right', row: -1 }]]))
    expect(panelsAt(first, 'right')).toEqual([['search'], ['regions'], ['relations']])
  })

  it('forgets a panel that is no more', () => {
    const without = settle(home, new Map([['regions', { edge: 'right', row: 0 }]]))
    expect(allStacks(without).flatMap((it) => it.panels)).toEqual(['regions'])
  })
})

describe('moving panels', () => {
  it('joins a stack, before one of its tabs or last', () => {
    expect(panelsAt(move(home, ['regions'], { at: 'stack', of: 'info' }), 'right')).toEqual([
      ['info', 'relations', 'regions'],
    ])
    const before = move(home, ['regions'], { at: 'stack', of: 'info', before: 'relations' })
    expect(panelsAt(before, 'right')).toEqual([['info', 'regions', 'relations']])
  })

  it('stays where it is when it joins itself', () => {
    expect(panelsAt(move(home, ['info'], { at: 'stack', of: 'info', before: 'info' }), 'right')).toEqual([
      ['regions'],
      ['relations', 'info'],
    ])
    expect(panelsAt(move(home, ['regions'], { at: 'stack', of: 'regions' }), 'right')).toEqual(panelsAt(home, 'right'))
  })

  it('makes a stack of its own on an edge, at the place asked for', () => {
    expect(panelsAt(move(home, ['relations'], { at: 'right', before: 'regions' }), 'right')).toEqual([
      ['relations'],
      ['regions'],
      ['info'],
    ])
    expect(panelsAt(move(home, ['regions'], { at: 'right' }), 'right')).toEqual([['info', 'relations'], ['regions']])
    expect(panelsAt(move(home, ['regions'], { at: 'right', before: 'regions' }), 'right')).toEqual(
      panelsAt(home, 'right'),
    )
  })

  it('floats several together, comes forward, and opens a closed edge it goes to', () => {
    const floating = move(home, ['info', 'relations'], { at: 'float', box: { x: 5, y: 6, width: 1, height: 999 } })
    expect(floating.floats).toMatchObject([
      { panels: ['info', 'relations'], box: { x: 5, y: 6, width: 240, height: 999 } },
    ])
    expect(edgeOf(floating, 'info')).toBeUndefined()
    const shut = close(floating, 'left', true)
    const back = move(shut, ['relations'], { at: 'stack', of: 'history' })
    expect(back.docks.left.closed).toBe(false)
    expect(inFront(back, ['history', 'relations'])).toBe('relations')
  })

  it('moves a tab along its row, no further than the ends', () => {
    const swapped = shift(home, 'relations', -1)
    expect(stackOf(swapped, 'info')?.panels).toEqual(['relations', 'info'])
    expect(stackOf(shift(swapped, 'relations', -1), 'info')?.panels).toEqual(['relations', 'info'])
  })

  it('gathers all that is docked at one edge', () => {
    const gathered = gather(close(home, 'bottom', true), 'bottom')
    expect(panelsAt(gathered, 'bottom')).toEqual([['history'], ['regions'], ['info', 'relations']])
    expect([panelsAt(gathered, 'left'), panelsAt(gathered, 'right'), gathered.docks.bottom.closed]).toEqual([
      [],
      [],
      false,
    ])
  })

  it('never loses or doubles a panel, whatever is done', () => {
    const id = fc.constantFrom(...HOMES.keys())
    const spot: fc.Arbitrary<Spot> = fc.oneof(
      fc.record({ at: fc.constant('stack' as const), of: id, before: id }),
      fc.record({ at: fc.constantFrom(...EDGES), before: id }),
      fc.record({ at: fc.constant('float' as const), box: fc.constant({ x: 0, y: 0, width: 300, height: 200 }) }),
    )
    const change = fc.oneof(
      fc.tuple(fc.uniqueArray(id, { minLength: 1, maxLength: 3 }), spot).map(
        ([ids, to]) =>
          (it: Layout) =>
            move(it, ids, to),
      ),
      id.map((it) => (layout: Layout) => shift(layout, it, 1)),
      id.map((it) => (layout: Layout) => show(fold(layout, it, true), it)),
      fc.tuple(id, id).map(
        ([a, b]) =>
          (layout: Layout) =>
            divide(layout, a, b, 0.3),
      ),
      fc.constant((layout: Layout) => readLayout(JSON.parse(JSON.stringify(layout)))),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const after = changes.reduce((layout, make) => make(layout), home)
        const stacks = allStacks(after)
        expect(stacks.flatMap((it) => it.panels).toSorted()).toEqual([...HOMES.keys()].toSorted())
        expect(stacks.every((it) => it.panels.length > 0 && it.share > 0)).toBe(true)
        expect(settle(after, HOMES)).toEqual(after)
      }),
    )
  })
})

describe('sizes', () => {
  it('keep within what can be used', () => {
    expect(resizeDock(home, 'left', 5).docks.left.size).toBe(220)
    expect(resizeDock(home, 'bottom', 9999).docks.bottom.size).toBe(700)
    expect(resizeDock(home, 'right', 333.4).docks.right.size).toBe(333)
  })

  it('of neighbours are parts of what they had together', () => {
    const divided = divide(home, 'regions', 'info', 0.75)
    expect(stackOf(divided, 'regions')?.share).toBe(1.5)
    expect(stackOf(divided, 'relations')?.share).toBe(0.5)
    expect(stackOf(divide(home, 'regions', 'info', -3), 'regions')?.share).toBeCloseTo(0.2)
  })

  it('of what floats never vanish', () => {
    const floating = move(home, ['info'], { at: 'float', box: { x: 0, y: 0, width: 300, height: 300 } })
    expect(place(floating, 'info', { x: 1.5, y: 2, width: 0, height: 0 }).floats[0]?.box).toEqual({
      x: 2,
      y: 2,
      width: 240,
      height: 140,
    })
  })
})

it('a narrow screen has one side, and forgets nothing of the other', () => {
  expect(panelsAt(narrowed(home), 'right')).toEqual([['history'], ['regions'], ['info', 'relations']])
  expect(panelsAt(narrowed(home), 'left')).toEqual([])
})

describe('a stored layout', () => {
  it('comes back as it was', () => {
    const layout = move(show(resizeDock(home, 'left', 400), 'relations'), ['info'], {
      at: 'float',
      box: { x: 1, y: 2, width: 300, height: 200 },
    })
    expect(readLayout(JSON.parse(JSON.stringify(layout)))).toEqual(layout)
  })

  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    { docks: 7, floats: {}, front: 'x' },
    { docks: { left: { stacks: [{ panels: 'x' }, null, { panels: [] }] }, right: 3 }, floats: [{}], front: [1] },
  ])('that makes no sense is none: %j', (stored) => {
    expect(readLayout(stored)).toEqual(NO_LAYOUT)
  })

  it('of which a part makes no sense keeps the rest', () => {
    const stored = { docks: { left: { size: 'wide', closed: true, stacks: [{ panels: ['info', 4], share: -1 }] } } }
    expect(readLayout(stored).docks.left).toEqual({
      size: 280,
      closed: true,
      stacks: [{ panels: ['info'], share: 0.05, folded: false }],
    })
  })
})
