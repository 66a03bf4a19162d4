import { describe, expect, it } from 'vitest'
import { readConfig } from '../config'
import { LabelDocument } from '../document'
import { addRelation, createRegion, deleteRegions, setAnswer, setNote, toggleLabel, updateRegion } from '../edit'
import type { Json, WireItem } from '../records'
import { encode } from './encode'

const IMAGE = `<View><Image name="img" value="$u"/>
  <RectangleLabels name="kind" toName="img"><Label value="Price"/><Label value="Name"/></RectangleLabels>
  <TextArea name="ocr" toName="img" perRegion="true"/><Rating name="stars" toName="img"/></View>`

const open = (xml: string, result: Json[], data = {}) => LabelDocument.decode(readConfig(xml, data), result)
const control = (document: LabelDocument, name: string) => {
  const found = document.config.controls.get(name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

const box = { x: 10, y: 20, width: 30, height: 5, rotation: 0 }
const outer = { original_width: 800, original_height: 600, image_rotation: 0 }
const rect = (id: string, labels: string[], more: WireItem = {}): WireItem => ({
  id,
  from_name: 'kind',
  to_name: 'img',
  type: 'rectanglelabels',
  origin: 'manual',
  ...outer,
  value: { ...box, rectanglelabels: labels },
  ...more,
})
const ocr = (id: string, text: Json): WireItem => ({
  id,
  from_name: 'ocr',
  to_name: 'img',
  type: 'textarea',
  value: { ...box, text },
  origin: 'manual',
  ...outer,
})
const stars = (id: string, rating: number): WireItem => ({
  id,
  from_name: 'stars',
  to_name: 'img',
  type: 'rating',
  origin: 'manual',
  value: { rating },
})
const relation = (from: string, to: string): WireItem => ({
  type: 'relation',
  from_id: from,
  to_id: to,
  direction: 'right',
})

describe('decode and encode', () => {
  it('make one region of items that share an id, and write untouched ones as they came', () => {
    const result = [
      rect('r1', ['Price'], { score: 0.4, meta: { text: ['note'], mine: 1 }, parentID: 'r2', foo: [1, { a: null }] }),
      stars('g1', 3),
      ocr('r1', ['12.50']),
      rect('r2', [], { readonly: true, hidden: true }),
      relation('r1', 'r2'),
    ]
    const { document, problems } = open(IMAGE, result)
    expect(problems).toEqual([])
    expect(document.region('r1')).toMatchObject({ kind: 'rect', shape: box, outer, score: 0.4, parent: 'r2' })
    expect(document.answersOf('r1').map((one) => [one.control, one.value])).toEqual([
      ['kind', ['Price']],
      ['ocr', ['12.50']],
    ])
    expect(document.answer('stars', { target: 'img' })?.value).toBe(3)
    expect(JSON.stringify(encode(document))).toBe(JSON.stringify(result))
  })

  it('write changed geometry into every item of the region, in place', () => {
    const { document } = open(IMAGE, [rect('r1', ['Price']), ocr('r1', ['a'])])
    updateRegion(document, 'r1', { shape: { ...box, x: 50 } })
    const [first, second] = encode(document)
    expect(JSON.stringify(first)).toBe(
      JSON.stringify(rect('r1', ['Price'], { value: { ...box, x: 50, rectanglelabels: ['Price'] } })),
    )
    expect(second).toMatchObject({ value: { ...box, x: 50, text: ['a'] } })
  })

  it('accept perRegion items that carry only their own key, in any order', () => {
    const bare = { id: 'r1', from_name: 'ocr', to_name: 'img', type: 'textarea', value: { text: 'one' } }
    const { document } = open(IMAGE, [bare, rect('r1', ['Name'])])
    expect(document.regions()).toHaveLength(1)
    expect(document.answer('ocr', { region: 'r1', target: 'img' })?.value).toEqual(['one'])
    expect(encode(document)[0]).toEqual(bare)
    updateRegion(document, 'r1', { shape: { ...box, y: 1 } })
    expect(encode(document)[0]).toMatchObject({ value: { text: 'one', ...box, y: 1 } })
  })

  it('write new items after the loaded ones, relations last, geometry repeated', () => {
    const { document } = open(IMAGE, [rect('r1', ['Price']), rect('r2', ['Name']), relation('r1', 'r2')])
    setAnswer(document, control(document, 'ocr'), ['x'], { region: 'r1' })
    addRelation(document, 'r2', 'r1')
    const written = encode(document)
    expect(written.map((item) => item.type)).toEqual([
      'rectanglelabels',
      'rectanglelabels',
      'textarea',
      'relation',
      'relation',
    ])
    expect(written[2]).toEqual({ ...ocr('r1', ['x']) })
    expect(written[4]).toEqual(relation('r2', 'r1'))
  })

  it('let one of two equal answers count, and keep the other aside', () => {
    const result = [stars('a', 1), stars('b', 2), rect('r', ['Price']), rect('r', ['Name'])]
    const { document, problems } = open(IMAGE, result)
    expect(problems).toEqual([0, 3].map((index) => ({ index, code: 'duplicate' })))
    expect(document.answersBy('stars').map((one) => one.value)).toEqual([2])
    expect(document.labelsOf('r').map((one) => one.stored)).toEqual(['Price'])
    expect(encode(document)).toEqual(result)
  })

  it('leave relations that came between other items where they were', () => {
    const result = [relation('r1', 'r2'), rect('r1', ['Price']), rect('r2', ['Name']), relation('r2', 'r1')]
    const { document } = open(IMAGE, result)
    setAnswer(document, control(document, 'stars'), 1)
    expect(encode(document).map((item) => item.type)).toEqual([
      'relation',
      'rectanglelabels',
      'rectanglelabels',
      'rating',
      'relation',
    ])
  })

  it('keep what no tag explains, in its place', () => {
    const strange = { id: 'z', from_name: 'gone', to_name: 'nowhere', type: 'choices', value: { choices: ['A'] } }
    const result = [strange, 'junk', rect('r1', ['Price']), { type: 'relation', from_id: 'r1', to_id: 'lost' }]
    const { document, problems } = open(IMAGE, result)
    expect(problems.map(({ index, code }) => [index, code])).toEqual([
      [0, 'unknown-control'],
      [1, 'not-an-item'],
      [3, 'dangling-relation'],
    ])
    expect(encode(document)).toEqual(result)
  })

  it('find the control of an item whose own is gone by what it could have written', () => {
    const { document } = open(IMAGE, [{ ...rect('r1', ['Price']), from_name: 'old' }])
    expect(document.answersOf('r1')[0]?.control).toBe('kind')
  })

  it('read an old note and keep it until it changes', () => {
    const old = { ...rect('r1', ['Price']), normalization: 'was here' }
    const { document } = open(IMAGE, [old])
    expect(document.region('r1')?.meta).toEqual({ text: ['was here'] })
    expect(encode(document)).toEqual([old])
    setNote(document, 'r1', 'new')
    expect(encode(document)).toEqual([{ ...rect('r1', ['Price']), meta: { text: ['new'] } }])
  })

  it('mark an edited prediction as changed, and undone edits as not', () => {
    const items = [rect('r1', ['Price'], { origin: 'prediction' }), rect('r2', ['Price'], { origin: 'prediction' })]
    const { document } = open(IMAGE, items)
    const origins = () => encode(document).map((item) => item.origin)
    toggleLabel(document, ['r1'], control(document, 'kind'), 'Name')
    expect(origins()).toEqual(['prediction-changed', 'prediction'])
    toggleLabel(document, ['r1'], control(document, 'kind'), 'Price')
    expect(origins()).toEqual(['prediction', 'prediction'])
    setAnswer(document, control(document, 'ocr'), ['x'], { region: 'r2' })
    expect(origins()).toEqual(['prediction', 'prediction-changed', 'prediction-changed'])
  })

  it('call items without an origin predictions when a prediction is opened', () => {
    const { origin: _, ...item } = rect('r1', ['Price'])
    const { document } = LabelDocument.decode(readConfig(IMAGE), [item], { origin: 'prediction' })
    expect(encode(document)[0]).toMatchObject({ origin: 'prediction' })
  })

  it('give an id to an item without one as soon as something must refer to it', () => {
    const { id: _, ...item } = rect('r1', ['Price'])
    const { document } = open(IMAGE, [item])
    expect(encode(document)).toEqual([item])
    const [region] = document.regions()
    setAnswer(document, control(document, 'ocr'), ['x'], { region: region?.id ?? '' })
    const [first, second] = encode(document)
    expect(first?.id).toMatch(/^[\w-]{10}$/)
    expect(second?.id).toBe(first?.id)
  })

  it('delete what is said about a deleted region, also what is not understood', () => {
    const strange = { id: 'r1', from_name: 'gone', to_name: 'gone', type: 'rating', value: { rating: 1 } }
    const { document } = open(IMAGE, [rect('r1', ['Price']), strange, rect('r2', ['Name']), relation('r1', 'r2')])
    deleteRegions(document, ['r1'])
    expect(encode(document)).toEqual([rect('r2', ['Name'])])
  })
})

describe('bare shapes with plain Labels', () => {
  const xml = `<View><Image name="img" value="$u"/><Rectangle name="box" toName="img"/>
    <Labels name="l" toName="img"><Label value="A"/><Label value="B"/></Labels></View>`

  it('are one region with an item of each', () => {
    const { document } = open(xml, [])
    createRegion(document, {
      target: 'img',
      kind: 'rect',
      shape: box,
      outer,
      id: 'r1',
      answers: [{ control: 'box' }, { control: 'l', value: ['A'] }],
    })
    const written = encode(document)
    const head = { id: 'r1', to_name: 'img', origin: 'manual', ...outer }
    expect(written).toEqual([
      { ...head, from_name: 'box', type: 'rectangle', value: box },
      { ...head, from_name: 'l', type: 'labels', value: { ...box, labels: ['A'] } },
    ])
    expect(encode(open(xml, written).document)).toEqual(written)
  })

  it('may come as one item of Labels that names the shape in its type', () => {
    const item = {
      id: 'r',
      from_name: 'l',
      to_name: 'img',
      type: 'rectanglelabels',
      value: { ...box, rectanglelabels: ['A'] },
    }
    const { document } = open(xml, [item])
    expect(document.region('r')?.kind).toBe('rect')
    expect(document.labelsOf('r').map((one) => one.stored)).toEqual(['A'])
    expect(encode(document)).toEqual([item])
  })
})

describe('video', () => {
  const xml = `<View><Video name="vid" value="$v"/><VideoRectangle name="box" toName="vid"/>
    <Labels name="l" toName="vid"><Label value="Car"/><Label value="Bus"/></Labels></View>`
  const item = {
    id: 't1',
    from_name: 'box',
    to_name: 'vid',
    type: 'videorectangle',
    origin: 'manual',
    value: {
      framesCount: 10,
      duration: 1,
      labels: ['Car'],
      sequence: [{ frame: 1, time: 0.1, x: 1, y: 1, width: 1, height: 1 }],
    },
  }

  it('splits the labels of a shape off on reading and merges them on writing', () => {
    const { document } = open(xml, [item])
    expect(document.labelsOf('t1').map((one) => one.stored)).toEqual(['Car'])
    expect(encode(document)).toEqual([item])
    toggleLabel(document, ['t1'], control(document, 'l'), 'Bus')
    expect(encode(document)).toEqual([{ ...item, value: { ...item.value, labels: ['Bus'] } }])
  })

  it('writes a new labelled track as one item', () => {
    const { document } = open(xml, [])
    const { labels, ...shape } = item.value
    createRegion(document, {
      target: 'vid',
      kind: 'videorect',
      shape,
      id: 't1',
      answers: [{ control: 'box' }, { control: 'l', value: labels }],
    })
    expect(encode(document)).toEqual([item])
  })
})

describe('text', () => {
  const xml = `<View><Text name="t" value="$text"/><Labels name="ner" toName="t"><Label value="PER"/></Labels>
    <TextArea name="note" toName="t" perRegion="true"/></View>`
  const span = {
    id: 's',
    from_name: 'ner',
    to_name: 't',
    type: 'labels',
    value: { start: 0, end: 3, text: 'Ada', labels: ['PER'] },
  }

  it('does not confuse the text of a span with the text of a TextArea', () => {
    const note = {
      id: 's',
      from_name: 'note',
      to_name: 't',
      type: 'textarea',
      value: { start: 0, end: 3, text: ['hm'] },
    }
    const { document } = open(xml, [note, span])
    expect(document.region('s')?.shape).toEqual({ start: 0, end: 3, text: 'Ada' })
    expect(encode(document)).toEqual([note, span])
    updateRegion(document, 's', { shape: { start: 0, end: 4, text: 'Ada ' } })
    expect(encode(document).map((one) => one.value)).toEqual([
      { start: 0, end: 4, text: ['hm'] },
      { start: 0, end: 4, text: 'Ada ', labels: ['PER'] },
    ])
  })
})

describe('conditions on saving', () => {
  const xml = `<View><Text name="t" value="$text"/>
    <Labels name="ner" toName="t"><Label value="PER"/><Label value="LOC"/></Labels>
    <Choices name="role" toName="t" perRegion="true" whenLabelValue="PER"><Choice value="boss"/></Choices>
    <Choices name="ok" toName="t"><Choice value="yes" alias="y"/><Choice value="no"/></Choices>
    <View visibleWhen="choice-selected" whenTagName="ok" whenChoiceValue="no"><Rating name="why" toName="t"/></View>
    <Rating name="only" toName="t" visibleWhen="choice-unselected" whenTagName="ok" whenChoiceValue="yes"/>
    <View visibleWhen="region-selected"><Rating name="kept" toName="t"/></View></View>`

  const saved = (document: LabelDocument) => encode(document).map((item) => item.from_name)

  it('leave out a perRegion answer whose region lost the label', () => {
    const { document } = open(xml, [])
    createRegion(document, {
      target: 't',
      kind: 'span',
      shape: { start: 0, end: 1 },
      id: 's',
      answers: [{ control: 'ner', value: ['PER'] }],
    })
    setAnswer(document, control(document, 'role'), ['boss'], { region: 's' })
    expect(saved(document)).toEqual(['ner', 'role'])
    toggleLabel(document, ['s'], control(document, 'ner'), 'LOC')
    expect(saved(document)).toEqual(['ner'])
  })

  it('leave out global answers below a choice that is not picked, but not below a region condition', () => {
    const { document } = open(xml, [])
    for (const name of ['why', 'only', 'kept']) setAnswer(document, control(document, name), 3)
    expect(saved(document)).toEqual(['only', 'kept'])
    setAnswer(document, control(document, 'ok'), ['no'])
    expect(saved(document)).toEqual(['why', 'only', 'kept', 'ok'])
    setAnswer(document, control(document, 'ok'), ['y'])
    expect(saved(document)).toEqual(['kept', 'ok'])
  })
})
