import { describe, expect, it } from 'vitest'
import { isVisible, type Situation } from './config/visibility'
import { copyRegions, duplicateRegions, pasteRegions } from './copies'
import {
  addRelation,
  createRegion,
  deleteRegions,
  labelRelation,
  nest,
  noteOf,
  overused,
  reorder,
  setAnswer,
  setNote,
  toggleLabel,
  turnRelation,
  updateRegion,
} from './edit'
import { outline } from './outline'
import type { Json, Relation } from './records'
import { createModel, type Model } from './testing'
import { validate } from './validation'

const shape = { x: 1, y: 2, width: 3, height: 4, rotation: 0 }

function open(xml: string, data = {}, result: Json[] = []) {
  const model = createModel({ config: xml, data, result })
  const { document } = model
  const control = (name: string) => {
    const found = model.config.controls.get(name)
    if (!found) throw new Error(`no ${name}`)
    return found
  }
  return {
    model,
    document,
    control,
    draw: (id: string, label?: string, by = 'kind') =>
      createRegion(document, {
        target: 'img',
        kind: 'rect',
        shape,
        id,
        answers: [{ control: by, ...(label === undefined ? {} : { value: [label] }) }],
      }),
    toggle: (ids: string[], label: string, by = 'kind') => toggleLabel(document, ids, control(by), label),
    labels: (id: string) => document.labelsOf(id).map((one) => one.stored),
    situation: (...selected: string[]): Situation => ({ document, selection: new Set(selected) }),
  }
}

const IMAGE = `<View><Image name="img" value="$u"/>
  <RectangleLabels name="kind" toName="img"><Label value="A"/><Label value="B" maxUsages="1"/></RectangleLabels>
  <RectangleLabels name="more" toName="img" choice="multiple" allowEmpty="true"><Label value="X"/><Label value="Y"/></RectangleLabels>
  <EllipseLabels name="round" toName="img"><Label value="O"/></EllipseLabels>
  <Rectangle name="box" toName="img"/><Labels name="plain" toName="img"><Label value="P"/></Labels></View>`

describe('toggling labels on selected regions', () => {
  it('replaces the label of a single-choice set and adds to a multiple one', () => {
    const { draw, toggle, labels } = open(IMAGE)
    draw('r', 'A')
    expect(toggle(['r'], 'B')).toBeUndefined()
    expect(labels('r')).toEqual(['B'])
    toggle(['r'], 'X', 'more')
    toggle(['r'], 'Y', 'more')
    expect(labels('r')).toEqual(['B', 'X', 'Y'])
    toggle(['r'], 'X', 'more')
    expect(labels('r')).toEqual(['B', 'Y'])
  })

  it('gives it to all when not all have it, and takes it from all when they have', () => {
    const { draw, toggle, labels } = open(IMAGE)
    draw('a', 'X', 'more')
    draw('b', 'Y', 'more')
    toggle(['a', 'b'], 'X', 'more')
    expect([labels('a'), labels('b')]).toEqual([['X'], ['Y', 'X']])
    toggle(['a', 'b'], 'X', 'more')
    expect([labels('a'), labels('b')]).toEqual([[], ['Y']])
  })

  it('clears the others for the blank label', () => {
    const { draw, toggle, labels, document } = open(IMAGE)
    draw('r', 'X', 'more')
    toggle(['r'], '', 'more')
    expect(labels('r')).toEqual([])
    expect(document.answersOf('r')[0]?.value).toEqual([])
  })

  it('never takes the only label of a region that is nothing else', () => {
    const { draw, toggle, labels } = open(IMAGE)
    draw('r', 'A')
    expect(toggle(['r'], 'A')).toEqual({ code: 'last-label' })
    expect(labels('r')).toEqual(['A'])
    toggle(['r'], 'P', 'plain')
    expect(toggle(['r'], 'P', 'plain')).toBeUndefined()
    expect(labels('r')).toEqual(['A'])
  })

  it('keeps a bare shape that loses its label', () => {
    const { draw, toggle, labels, document } = open(IMAGE)
    draw('r', undefined, 'box')
    toggle(['r'], 'P', 'plain')
    toggle(['r'], 'P', 'plain')
    expect(labels('r')).toEqual([])
    expect(document.answersOf('r').map((one) => one.control)).toEqual(['box'])
  })

  it('refuses a set for another shape, a label used up, and read-only regions', () => {
    const { draw, toggle, document, control } = open(IMAGE)
    draw('r', 'A')
    draw('s', 'B')
    expect(toggle(['r'], 'O', 'round')).toEqual({ code: 'wrong-shape' })
    expect(toggle(['r'], 'B')).toEqual({ code: 'max-usages', label: 'B', limit: 1 })
    expect(overused(document, control('kind'), 'B')).toMatchObject({ limit: 1 })
    expect(overused(document, control('kind'), 'A')).toBeUndefined()
    const locked = { has: () => true }
    expect(toggleLabel(document, ['r'], control('kind'), 'B', locked)).toEqual({ code: 'read-only' })
  })
})

describe('regions', () => {
  it('hand their children to their parent when deleted, and take relations along', () => {
    const { draw, document } = open(IMAGE)
    for (const id of ['a', 'b', 'c', 'd']) draw(id, 'A')
    nest(document, 'b', 'a')
    nest(document, 'c', 'b')
    nest(document, 'd', 'c')
    addRelation(document, 'a', 'c')
    expect(deleteRegions(document, ['b', 'c'])).toEqual(['b', 'c'])
    expect(document.region('d')?.parent).toBe('a')
    expect(document.relationsOf('a')).toEqual([])
    deleteRegions(document, ['a'])
    expect(document.region('d')).not.toHaveProperty('parent')
  })

  it('stay when they are read-only or locked', () => {
    const { draw, document, model } = open(IMAGE)
    draw('a', 'A')
    model.session.locked.set(['a'])
    expect(deleteRegions(document, ['a'], model.session.locked)).toEqual([])
    updateRegion(document, 'a', { shape: { ...shape, x: 50 } }, model.session.locked)
    expect(document.region('a')?.shape).toBe(shape)
  })

  it('are copied with their answers, and with parents inside the set', () => {
    const { draw, document, labels } = open(IMAGE)
    draw('a', 'A')
    draw('b', 'B')
    nest(document, 'b', 'a')
    const [first, second] = duplicateRegions(document, ['a', 'b']) as [string, string]
    expect(new Set([first, second, 'a', 'b']).size).toBe(4)
    expect(labels(second)).toEqual(['B'])
    expect(document.region(second)?.parent).toBe(first)
  })

  it('go to another document and come with new ids, without what it cannot hold', () => {
    const source = open(IMAGE)
    source.draw('a', 'A')
    source.draw('b', 'X', 'more')
    nest(source.document, 'b', 'a')
    const items = copyRegions(source.document, ['a', 'b'])
    const other = open(IMAGE)
    other.draw('a', 'B')
    const pasted = pasteRegions(other.document, [...items, { junk: true }, 5])
    const [first, second] = pasted.ids as [string, string]
    expect(first).not.toBe('a')
    expect(other.labels(first)).toEqual(['A'])
    expect(other.document.regionIds.get()).toHaveLength(3)
    expect(other.document.region(second)?.parent).toBe(first)
    expect(pasted.problems).toEqual([{ code: 'not-a-region', name: '' }])
  })

  it('say which control, object or label is missing where they are pasted', () => {
    const source = open(IMAGE)
    source.draw('a', 'A')
    source.draw('b', 'B')
    const items = copyRegions(source.document, ['a', 'b'])
    const otherLabels = open(IMAGE.replace('value="A"', 'value="C"'))
    expect(pasteRegions(otherLabels.document, items)).toMatchObject({
      ids: [expect.any(String)],
      problems: [{ code: 'unknown-label', name: 'A' }],
    })
    const elsewhere = open(
      '<View><Text name="t" value="$t"/><Labels name="l" toName="t"><Label value="A"/></Labels></View>',
    )
    expect(pasteRegions(elsewhere.document, items)).toEqual({
      ids: [],
      problems: [{ code: 'no-control', name: 'kind' }],
    })
  })

  it('are pasted as often as their label may be used', () => {
    const source = open(IMAGE)
    source.draw('b', 'B')
    const [item] = copyRegions(source.document, ['b'])
    const twice = [item ?? {}, { ...item, id: 'c' }]
    const pasted = pasteRegions(open(IMAGE).document, twice)
    expect(pasted.ids).toHaveLength(1)
    expect(pasted.problems).toEqual([{ code: 'max-usages', name: 'B' }])
  })

  it('land on the page that is on screen', () => {
    const { document, draw } = open(IMAGE)
    draw('a', 'A')
    const [item] = copyRegions(document, ['a'])
    const { ids } = pasteRegions(document, [{ ...item, item_index: 4 }], () => 2)
    expect(document.region(ids[0] ?? '')?.itemIndex).toBe(2)
  })

  it('do not nest in a circle', () => {
    const { draw, document } = open(IMAGE)
    for (const id of ['a', 'b']) draw(id, 'A')
    expect(nest(document, 'b', 'a')).toBe(true)
    expect(nest(document, 'a', 'b')).toBe(false)
    expect(nest(document, 'a', 'a')).toBe(false)
  })

  it('are saved in the order in which they were put', () => {
    const { draw, document, model } = open(IMAGE)
    for (const id of ['a', 'b', 'c']) draw(id, 'A')
    model.history.step('reorder', () => reorder(document, ['c'], 'a'))
    expect(model.serialize().map((item) => item.id)).toEqual(['c', 'a', 'b'])
    model.history.undo()
    expect(model.serialize().map((item) => item.id)).toEqual(['a', 'b', 'c'])
  })

  it('carry a note, which goes when it is emptied', () => {
    const { draw, document } = open(IMAGE)
    draw('a', 'A')
    setNote(document, 'a', 'look')
    const region = document.region('a')
    expect(region && noteOf(region)).toBe('look')
    setNote(document, 'a', ' ')
    expect(document.region('a')).not.toHaveProperty('meta')
  })

  it('cannot be written on a region that may not be changed', () => {
    const { draw, document } = open(IMAGE)
    draw('a', 'A')
    setNote(document, 'a', 'look', new Set(['a']))
    expect(document.region('a')).not.toHaveProperty('meta')
  })
})

describe('relations', () => {
  it('exist once per ordered pair, turn, and carry labels', () => {
    const { draw, document } = open(IMAGE)
    for (const id of ['a', 'b']) draw(id, 'A')
    const id = addRelation(document, 'a', 'b') ?? ''
    expect(addRelation(document, 'a', 'b')).toBe(id)
    expect(addRelation(document, 'a', 'a')).toBeUndefined()
    expect(addRelation(document, 'b', 'a')).not.toBe(id)
    const directions = [1, 2, 3].map(() => {
      turnRelation(document, id)
      return (document.store.get(id) as Relation).direction
    })
    expect(directions).toEqual(['bi', 'left', 'right'])
    labelRelation(document, id, ['part of'])
    expect(document.store.get(id)).toMatchObject({ labels: ['part of'] })
  })
})

describe('the outline', () => {
  const ids = (model: Model, options: Partial<Parameters<typeof outline>[1]> = {}) =>
    outline(model.document, { group: 'manual', sort: 'date', direction: 'asc', ...options }).map((row) =>
      row.row === 'group' ? `[${row.title} ${row.ids.length}]` : `${'-'.repeat(row.depth)}${row.id}#${row.number}`,
    )

  it('is a tree in the order of creation, or turned around', () => {
    const { model, draw, document } = open(IMAGE)
    for (const id of ['a', 'b', 'c']) draw(id, 'A')
    nest(document, 'a', 'c')
    expect(ids(model)).toEqual(['b#2', 'c#3', '-a#1'])
    expect(ids(model, { direction: 'desc' })).toEqual(['c#1', '-a#3', 'b#2'])
  })

  it('keeps the parents of what the filter finds', () => {
    const { model, draw, document } = open(IMAGE)
    for (const id of ['a', 'b', 'c']) draw(id, 'A')
    nest(document, 'a', 'c')
    expect(ids(model, { filter: (id) => id === 'a' })).toEqual(['c#3', '-a#1'])
  })

  it('shows every region once, even in imported circles', () => {
    const item = (id: string, parentID: string) => ({
      id,
      parentID,
      from_name: 'kind',
      to_name: 'img',
      type: 'rectanglelabels',
      value: { ...shape, rectanglelabels: ['A'] },
    })
    const { model } = open(IMAGE, {}, [item('a', 'b'), item('b', 'a')])
    expect(ids(model)).toEqual(['a#1', '-b#2'])
  })

  it('groups by label, a region standing under each of its labels', () => {
    const { model, draw, toggle } = open(IMAGE)
    draw('a', 'A')
    draw('b', undefined, 'box')
    toggle(['a'], 'P', 'plain')
    expect(ids(model, { group: 'label' })).toEqual(['[A 1]', '-a#1', '[P 1]', '-a#1', '[ 1]', '-b#2'])
  })

  it('sorts by score and by start, those without one last', () => {
    const { model, draw, document } = open(IMAGE)
    for (const id of ['a', 'b', 'c']) draw(id, 'A')
    const scores: Record<string, number> = { a: 0.9, c: 0.1 }
    document.store.transact({ source: 'load' }, (tx) => {
      for (const [id, score] of Object.entries(scores))
        tx.update(id, (record) => ({ ...record, score }) as typeof record)
    })
    expect(ids(model, { sort: 'score' })).toEqual(['c#1', 'a#2', 'b#3'])
    expect(ids(model, { sort: 'score', direction: 'desc' })).toEqual(['a#1', 'c#2', 'b#3'])
  })
})

const QUESTIONS = `<View><Image name="img" valueList="$pages"/>
  <RectangleLabels name="kind" toName="img"><Label value="A"/><Label value="B"/></RectangleLabels>
  <Choices name="why" toName="img" perRegion="true" required="true" whenLabelValue="A"><Choice value="x"/></Choices>
  <Choices name="ok" toName="img" required="true" requiredMessage="Say so!"><Choice value="yes" alias="y"/><Choice value="no"/></Choices>
  <View visibleWhen="choice-selected" whenTagName="ok" whenChoiceValue="yes"><TextArea name="deep" toName="img" required="true"/></View>
  <View visibleWhen="no-region-selected"><Header value="Draw something"/></View>
  <View visibleWhen="region-selected" whenLabelValue="B"><Rating name="stars" toName="img"/></View>
  <Number name="n" toName="img" min="1" max="5" step="0.1"/>
  <Rating name="page" toName="img" perItem="true" required="true"/></View>`

describe('validation', () => {
  it('names what is missing in document order, with the region or page to go to', () => {
    const { draw, situation, document, control } = open(QUESTIONS, { pages: ['p0', 'p1'] })
    draw('a', 'A')
    draw('b', 'B')
    setAnswer(document, control('page'), 3, { itemIndex: 0 })
    expect(validate(situation())).toEqual([
      { code: 'required', control: 'why', region: 'a' },
      { code: 'required', control: 'ok', message: 'Say so!' },
      { code: 'required', control: 'page', itemIndex: 1 },
    ])
  })

  it('asks only for what is shown', () => {
    const { situation, document, control } = open(QUESTIONS, { pages: [] })
    setAnswer(document, control('ok'), ['y'])
    expect(validate(situation())).toEqual([{ code: 'required', control: 'deep' }])
    setAnswer(document, control('ok'), ['no'])
    expect(validate(situation())).toEqual([])
  })

  it('asks about a region only what is shown when that one is selected', () => {
    const { draw, situation, document, control } = open(
      `<View><Image name="img" value="$u"/><RectangleLabels name="kind" toName="img"><Label value="A"/><Label value="B"/></RectangleLabels>
      <Choices name="sure" toName="img"><Choice value="yes"/></Choices>
      <View visibleWhen="region-selected" whenLabelValue="B"><TextArea name="b" toName="img" perRegion="true" required="true"/></View>
      <View visibleWhen="no-region-selected"><TextArea name="never" toName="img" perRegion="true" required="true"/></View>
      <TextArea name="later" toName="img" perRegion="true" required="true" whenTagName="sure" whenChoiceValue="yes"/></View>`,
      {},
    )
    draw('a', 'A')
    draw('b', 'B')
    const asked = () => validate(situation()).map((it) => [it.control, it.region])
    expect(asked()).toEqual([['b', 'b']])
    setAnswer(document, control('sure'), ['yes'])
    expect(asked()).toEqual([
      ['b', 'b'],
      ['later', 'a'],
      ['later', 'b'],
    ])
  })

  it('holds numbers to their range and step, and single choices to one', () => {
    const { situation, document, control } = open(QUESTIONS, { pages: [] })
    setAnswer(document, control('ok'), ['no'])
    const codes = (value: number) => {
      setAnswer(document, control('n'), value)
      return validate(situation()).map(({ code, limit }) => [code, limit])
    }
    expect(codes(0.9)).toEqual([['below-min', 1]])
    expect(codes(5.1)).toEqual([['above-max', 5]])
    expect(codes(1.25)).toEqual([['off-step', 0.1]])
    expect(codes(1.3)).toEqual([])
    setAnswer(document, control('ok'), ['y', 'no'])
    expect(validate(situation())).toContainEqual({ code: 'too-many', control: 'ok', limit: 1 })
  })

  it('accepts a rating that was taken back', () => {
    const { situation, document, control } = open(
      '<View><Text name="t" value="$t"/><Rating name="r" toName="t" required="true"/></View>',
    )
    expect(validate(situation())).toHaveLength(1)
    setAnswer(document, control('r'), 0)
    expect(validate(situation())).toEqual([])
  })
})

describe('visibility', () => {
  it('follows the selection, its labels, and the choices made', () => {
    const { model, draw, situation, document, control } = open(QUESTIONS, { pages: [] })
    draw('a', 'A')
    draw('b', 'B')
    const shown = (name: string, ...selected: string[]) => isVisible(control(name).node, situation(...selected))
    const header = model.config.root.children.find((node) => node.children.some((child) => child.tag === 'Header'))
    expect(header && isVisible(header, situation())).toBe(true)
    expect(header && isVisible(header, situation('a'))).toBe(false)
    expect([shown('why', 'a'), shown('why', 'b'), shown('why'), shown('why', 'a', 'b')]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([shown('stars', 'a'), shown('stars', 'b')]).toEqual([false, true])
    expect(shown('deep')).toBe(false)
    setAnswer(document, control('ok'), ['y'])
    expect(shown('deep')).toBe(true)
  })
})
