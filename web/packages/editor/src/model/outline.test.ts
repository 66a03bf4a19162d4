import { describe, expect, it } from 'vitest'
import { isFoundBy, saidOf } from './answer-words'
import { nest, setNote } from './edit'
import { listOrder, type OutlineOptions, outline } from './outline'
import { placeOf } from './reading-order'
import { createModel, region } from './testing'

const CONFIG = `<View><Image name="img" value="$i"/><Text name="t" value="$t"/>
  <RectangleLabels name="kind" toName="img"><Label value="Car" alias="c"/><Label value="House"/></RectangleLabels>
  <Labels name="word" toName="t"><Label value="Car"/></Labels>
  <Choices name="state" toName="img" perRegion="true"><Choice value="new"/><Choice value="old"/></Choices>
  <TextArea name="plate" toName="img" perRegion="true"/></View>`

const box = (id: string, x: number, y: number, label = 'c') => ({
  id,
  from_name: 'kind',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x, y, width: 5, height: 5, rotation: 0, rectanglelabels: [label] },
})
const said = (id: string, control: string, type: string, value: string[]) => ({
  ...box(id, 0, 0),
  from_name: control,
  type,
  value: { ...box(id, 0, 0).value, rectanglelabels: undefined, [type]: value },
})
const open = (...result: object[]) =>
  createModel({ config: CONFIG, data: { i: 'a.png', t: 'Cars' }, result: JSON.parse(JSON.stringify(result)) })

const rows = (model: ReturnType<typeof open>, options: Partial<OutlineOptions> = {}) =>
  outline(model.document, { group: 'manual', sort: 'date', direction: 'asc', ...options }).map((row) =>
    row.row === 'group'
      ? `[${row.title} ${row.ids.length}${row.folded ? '+' : ''}]`
      : `${'-'.repeat(row.depth)}${row.id}${row.folded ? '+' : ''}`,
  )

describe('sorted by position', () => {
  it('reads from top to bottom, left to right, one object after the other', () => {
    const span = {
      id: 'word',
      from_name: 'word',
      to_name: 't',
      type: 'labels',
      value: { start: 0, end: 3, text: 'Car', labels: ['Car'] },
    }
    const model = open(span, box('low', 1, 50), box('right', 60, 10), box('left', 10, 10))
    expect(rows(model, { sort: 'position' })).toEqual(['left', 'right', 'low', 'word'])
    expect(rows(model, { sort: 'position', direction: 'desc' })).toEqual(['word', 'low', 'right', 'left'])
  })

  it.each([
    ['rect', { x: 4, y: 3, width: 1, height: 1 }, [0, 0, 3, 4]],
    ['ellipse', { x: 4, y: 3, radiusX: 1, radiusY: 2 }, [0, 0, 1, 3]],
    ['ocrrect', { x: 4, y: 3, pageIndex: 7 }, [0, 7, 3, 4]],
    [
      'polygon',
      {
        points: [
          [5, 9],
          [2, 8],
          [7, 1],
        ],
      },
      [0, 0, 1, 2],
    ],
    [
      'vector',
      {
        vertices: [
          { x: 5, y: 9 },
          { x: 2, y: 8 },
        ],
      },
      [0, 0, 8, 2],
    ],
    ['span', { start: 12, end: 13 }, [0, 12, 0]],
    ['paragraphspan', { start: '2', end: '2', startOffset: 5, endOffset: 6 }, [0, 2, 5]],
    ['htmlspan', { start: '/p[1]', end: '/p[1]', startOffset: 3, globalOffsets: { start: 40, end: 41 } }, [0, 40, 0]],
    ['timerange', { start: 1.5, end: 2 }, [0, 1.5]],
    ['mask', { rle: [1] }, undefined],
    ['polygon', { points: [] }, undefined],
    ['htmlspan', { start: '/p[1]', end: '/p[1]' }, undefined],
  ])('%s lies where its shape says', (kind, shape, place) => {
    expect(placeOf(region('a', { kind, shape }))).toEqual(place)
  })

  it('puts a later page after an earlier one', () => {
    expect(placeOf(region('a', { itemIndex: 2 }))?.[0]).toBe(2)
  })
})

describe('folded', () => {
  it('children are folded away with their parent, and counted all the same', () => {
    const model = open(box('a', 1, 1), box('b', 2, 2), box('c', 3, 3))
    nest(model.document, 'b', 'a')
    expect(rows(model, { folded: new Set(['a', 'c']) })).toEqual(['a+', 'c'])
    const last = outline(model.document, {
      group: 'manual',
      sort: 'date',
      direction: 'asc',
      folded: new Set(['a']),
    }).at(-1)
    expect(last).toMatchObject({ id: 'c', number: 3, folded: undefined })
  })

  it('groups show how many they hold', () => {
    const model = open(box('a', 1, 1), box('b', 2, 2), box('c', 3, 3, 'House'))
    expect(rows(model, { group: 'label', folded: new Set(['group:Car']) })).toEqual(['[Car 2+]', '[House 1]', '-c'])
    expect(listOrder(model.document, { group: 'label', sort: 'date', direction: 'desc' })).toEqual(['c', 'b', 'a'])
  })
})

describe('finding regions', () => {
  const model = open(
    box('a', 1, 1),
    said('a', 'state', 'choices', ['old']),
    said('a', 'plate', 'text', ['AB 12', 'CD']),
    box('b', 2, 2, 'House'),
  )
  setNote(model.document, 'b', 'Look at the roof')
  const found = (query: string) => ['a', 'b'].filter(isFoundBy(model.document, query))

  it('goes by label, answers, note and id, in any case and order', () => {
    expect(found('car')).toEqual(['a'])
    expect(found('OLD cd')).toEqual(['a'])
    expect(found('roof')).toEqual(['b'])
    expect(found('b')).toEqual(['a', 'b'])
    expect(found('car roof')).toEqual([])
    expect(found('  ')).toEqual(['a', 'b'])
  })

  it('reads answers out in words', () => {
    expect(saidOf(model.document, 'a')).toEqual([
      { control: 'state', words: 'old' },
      { control: 'plate', words: 'AB 12, CD' },
    ])
  })
})
