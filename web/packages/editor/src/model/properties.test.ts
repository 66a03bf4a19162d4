/** What must hold whatever a person does, and whatever a result holds. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config'
import { duplicateRegions } from './copies'
import { LabelDocument } from './document'
import {
  addRelation,
  createRegion,
  deleteRegions,
  labelRelation,
  nest,
  reorder,
  setAnswer,
  setNote,
  toggleLabel,
  turnRelation,
  updateRegion,
} from './edit'
import type { Json, RegionId, WireItem } from './records'
import { encode } from './results/encode'
import { createModel, type Model } from './testing'

const CONFIG = readConfig(`<View><Image name="img" value="$u"/>
  <RectangleLabels name="kind" toName="img" choice="multiple"><Label value="A"/><Label value="B"/></RectangleLabels>
  <Rectangle name="box" toName="img"/><Labels name="plain" toName="img"><Label value="P"/><Label value="Q"/></Labels>
  <TextArea name="note" toName="img" perRegion="true"/><Rating name="stars" toName="img"/>
  <Choices name="ask" toName="img" perRegion="true" whenLabelValue="A"><Choice value="x"/></Choices>
  <Relations><Relation value="of"/></Relations></View>`)

const percent = fc.double({ min: 0, max: 100, noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)
const box = fc.record({ x: percent, y: percent, width: percent, height: percent, rotation: percent })

type Action = (model: Model, pick: (n: number) => RegionId) => void

const control = (name: string) => {
  const found = CONFIG.controls.get(name)
  if (!found) throw new Error(name)
  return found
}

const place = { target: 'img', kind: 'rect' }
const index = fc.nat(7)
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(box, fc.subarray(['A', 'B'])).map(
    ([shape, value]): Action =>
      ({ document }) =>
        void createRegion(document, { ...place, shape, answers: [{ control: 'kind', value }] }),
  ),
  box.map(
    (shape): Action =>
      ({ document }) =>
        void createRegion(document, {
          ...place,
          shape,
          answers: [{ control: 'box' }, { control: 'plain', value: ['P'] }],
        }),
  ),
  fc.tuple(index, box).map(
    ([n, shape]): Action =>
      ({ document }, pick) =>
        updateRegion(document, pick(n), { shape }),
  ),
  fc.uniqueArray(index, { maxLength: 4 }).map(
    (ns): Action =>
      ({ document }, pick) =>
        void deleteRegions(document, ns.map(pick)),
  ),
  fc.uniqueArray(index, { maxLength: 3 }).map(
    (ns): Action =>
      ({ document }, pick) =>
        void duplicateRegions(document, ns.map(pick)),
  ),
  fc.tuple(index, fc.constantFrom('A', 'B', 'P', 'Q')).map(
    ([n, label]): Action =>
      ({ document }, pick) =>
        void toggleLabel(document, [pick(n)], control(label < 'C' ? 'kind' : 'plain'), label),
  ),
  fc.tuple(index, fc.option(fc.array(fc.string()), { nil: undefined })).map(
    ([n, text]): Action =>
      ({ document }, pick) =>
        setAnswer(document, control('note'), text, { region: pick(n) }),
  ),
  fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }).map(
    (stars): Action =>
      ({ document }) =>
        setAnswer(document, control('stars'), stars),
  ),
  fc.tuple(index, index).map(
    ([a, b]): Action =>
      ({ document }, pick) => {
        const id = addRelation(document, pick(a), pick(b))
        if (id && a > 2) turnRelation(document, id)
        if (id && b > 2) labelRelation(document, id, ['of'])
      },
  ),
  fc.tuple(index, fc.option(index)).map(
    ([n, parent]): Action =>
      ({ document }, pick) =>
        void nest(document, pick(n), parent === null ? undefined : pick(parent)),
  ),
  fc.tuple(index, index).map(
    ([n, before]): Action =>
      ({ document }, pick) =>
        reorder(document, [pick(n)], pick(before)),
  ),
  fc.tuple(index, fc.string()).map(
    ([n, note]): Action =>
      ({ document }, pick) =>
        setNote(document, pick(n), note),
  ),
)

function perform(model: Model, actions: readonly Action[]): void {
  const pick = (n: number): RegionId => {
    const ids = model.document.regionIds.get()
    return ids[n % Math.max(1, ids.length)] ?? 'none'
  }
  for (const [i, act] of actions.entries()) model.history.step(`step ${i}`, () => act(model, pick))
}

const loaded = fc.array(fc.tuple(box, fc.subarray(['A', 'B'])), { maxLength: 4 }).map((boxes): WireItem[] =>
  boxes.map(([shape, labels], n) => ({
    id: `r${n}`,
    from_name: 'kind',
    to_name: 'img',
    type: 'rectanglelabels',
    value: { ...shape, rectanglelabels: labels },
    origin: 'prediction',
  })),
)

describe('whatever a person does', () => {
  it('undoing all of it gives the document back, and redoing all of it the result', () => {
    fc.assert(
      fc.property(loaded, fc.array(action, { maxLength: 25 }), (result, actions) => {
        const model = createModel({ config: CONFIG, result })
        const before = [...model.document.store.doc]
        perform(model, actions)
        const after = [...model.document.store.doc]
        while (model.history.undo());
        expect([...model.document.store.doc]).toEqual(before)
        expect(model.unsaved.get()).toBe(false)
        expect(model.serialize()).toEqual(result)
        while (model.history.redo());
        expect([...model.document.store.doc]).toEqual(after)
      }),
      { numRuns: 150 },
    )
  })

  it('bailing out of a gesture leaves what was before it, and nothing in redo', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 6 }), fc.array(action, { maxLength: 6 }), (first, gesture) => {
        const model = createModel({ config: CONFIG })
        perform(model, first)
        const before = [...model.document.store.doc]
        const mark = model.history.mark('gesture')
        perform(model, gesture)
        model.history.bailTo(mark)
        expect([...model.document.store.doc]).toEqual(before)
        expect(model.history.canRedo).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  it('the groupings say the same as looking through all records', () => {
    fc.assert(
      fc.property(loaded, fc.array(action, { maxLength: 25 }), (result, actions) => {
        const model = createModel({ config: CONFIG, result })
        const { document } = model
        perform(model, actions)
        const records = [...document.store.doc.values()]
        for (const region of document.regions()) {
          expect(document.answersOf(region.id)).toEqual(
            records.filter((one) => one.record === 'answer' && one.region === region.id),
          )
          expect(document.childrenOf(region.id)).toEqual(
            records.filter((one) => one.record === 'region' && one.parent === region.id),
          )
        }
        expect(document.regionsOn('img')).toEqual(records.filter((one) => one.record === 'region'))
      }),
      { numRuns: 100 },
    )
  })

  it('what is saved reads as the same document, and saves the same again', () => {
    fc.assert(
      fc.property(loaded, fc.array(action, { maxLength: 25 }), (result, actions) => {
        const model = createModel({ config: CONFIG, result })
        perform(model, actions)
        const saved = model.serialize()
        const { document, problems } = LabelDocument.decode(CONFIG, JSON.parse(JSON.stringify(saved)))
        expect(problems).toEqual([])
        expect(encode(document)).toEqual(saved)
        const shapes = (of: LabelDocument) =>
          new Map(of.regions().map(({ id, shape, parent }) => [id, { shape, parent }]))
        expect(shapes(document)).toEqual(shapes(model.document))
      }),
      { numRuns: 150 },
    )
  })
})

describe('whatever a result holds', () => {
  const json = fc.jsonValue().map((value) => value as Json)
  const item = fc.record(
    {
      id: fc.constantFrom<Json>('a', 'b', 'c', 7, '', null),
      from_name: fc.constantFrom<Json>('kind', 'box', 'plain', 'note', 'stars', 'ask', 'gone', null),
      to_name: fc.constantFrom<Json>('img', 'other', 3),
      type: fc.constantFrom<Json>(
        'rectanglelabels',
        'rectangle',
        'labels',
        'textarea',
        'rating',
        'relation',
        'odd',
        null,
      ),
      from_id: fc.constantFrom<Json>('a', 'b', 1),
      to_id: fc.constantFrom<Json>('a', 'c'),
      value: fc.oneof(
        json,
        fc.record(
          {
            x: json,
            y: json,
            width: json,
            height: json,
            rectanglelabels: json,
            text: json,
            rating: json,
            labels: json,
          },
          { requiredKeys: [] },
        ),
      ),
      origin: json,
      meta: json,
      score: json,
      parentID: json,
      item_index: json,
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Json>

  it('it is read without an error, and written back as it came but for what conditions keep out', () => {
    const config = readConfig(`<View><Image name="img" value="$u"/>
      <RectangleLabels name="kind" toName="img"><Label value="A"/></RectangleLabels><Rectangle name="box" toName="img"/>
      <Labels name="plain" toName="img"><Label value="P"/></Labels><TextArea name="note" toName="img" perRegion="true"/>
      <Rating name="stars" toName="img"/></View>`)
    fc.assert(
      fc.property(fc.array(fc.oneof(item, json), { maxLength: 8 }), (result) => {
        const { document, problems } = LabelDocument.decode(config, result)
        expect(JSON.stringify(encode(document))).toBe(JSON.stringify(result))
        const extras = [...document.store.doc.values()].filter((one) => one.record === 'extra')
        expect(extras).toHaveLength(problems.length)
      }),
      { numRuns: 1000 },
    )
  })
})
