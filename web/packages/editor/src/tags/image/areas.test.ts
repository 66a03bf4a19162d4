import { describe, expect, it } from 'vitest'
import { decodeRle, encodeRle, type JsonObject } from '../../model'
import { type EditorHarness, testEditor } from '../../testing/testEditor'

const CONFIG = `<View><Image name="img" value="$u"/>
  <BrushLabels name="b" toName="img"><Label value="Road"/><Label value="Sky"/></BrushLabels>
  <PolygonLabels name="p" toName="img"><Label value="Road"/></PolygonLabels>
  <Bitmask name="m" toName="img"/><Ellipse name="e" toName="img"/><Labels name="l" toName="img"><Label value="Sky"/></Labels>
  <Rectangle name="r" toName="img"/><Choices name="sure" toName="img" perRegion="true"><Choice value="yes"/></Choices></View>`

/** A mask of the picture, painted where the test says. */
const maskValue = (has: (x: number, y: number) => boolean): JsonObject => {
  const alpha = Uint8Array.from({ length: 100 * 100 }, (_, i) => (has(i % 100, Math.floor(i / 100)) ? 255 : 0))
  return { format: 'rle', rle: [...encodeRle(alpha)] }
}
const square = (left: number, top: number, side: number) => (x: number, y: number) =>
  x >= left && x < left + side && y >= top && y < top + side
const item = (id: string, value: JsonObject, label = 'Road') => ({
  id,
  from_name: 'b',
  to_name: 'img',
  type: 'brushlabels',
  origin: 'manual',
  original_width: 100,
  original_height: 100,
  image_rotation: 0,
  value: { ...value, brushlabels: [label] },
})
const box = (id: string) => ({
  ...item(id, {}),
  from_name: 'r',
  type: 'rectangle',
  value: { x: 20, y: 20, width: 10, height: 10, rotation: 0 },
})
const open = async (...result: JsonObject[]): Promise<EditorHarness> => {
  const ed = await testEditor(CONFIG, { result })
  ed.annotation.session.selection.set(result.map((it) => String(it.id)))
  return ed
}
const size = (ed: EditorHarness, id: string): number =>
  decodeRle(ed.annotation.region(id)?.shape.rle as number[], 10_000).reduce((sum, value) => sum + (value ? 1 : 0), 0)
const a = item('a', maskValue(square(10, 10, 20)))
const b = item('b', maskValue(square(20, 10, 20)), 'Sky')

describe('putting masks together', () => {
  it('unites them in the first one, as one step', async () => {
    const ed = await open(a, b)
    ed.areas().combine('unite')
    expect(ed.regions().map((it) => it.id)).toEqual(['a'])
    expect(size(ed, 'a')).toBe(600)
    expect(ed.result()).toMatchObject([{ id: 'a', value: { brushlabels: ['Road'] } }])
    ed.undo()
    expect(ed.result()).toEqual([a, b])
  })

  it('cuts the others out of the first and leaves them', async () => {
    const ed = await open(a, b)
    ed.areas().combine('subtract')
    expect([size(ed, 'a'), size(ed, 'b')]).toEqual([200, 400])
  })

  it('keeps what they have in common', async () => {
    const ed = await open(a, b)
    ed.areas().combine('intersect')
    expect(size(ed, 'a')).toBe(200)
    expect(ed.regions()).toHaveLength(1)
  })

  it('takes shapes as areas, and the mask for the first', async () => {
    const ed = await open(box('x'), a)
    ed.areas().combine('subtract')
    expect(size(ed, 'a')).toBe(300)
    expect(ed.annotation.region('x')?.shape).toMatchObject({ x: 20 })
  })

  it('refuses to leave nothing, and changes nothing then', async () => {
    const far = item('far', maskValue(square(70, 70, 5)))
    const ed = await open(a, far)
    ed.areas().combine('intersect')
    expect(ed.result()).toEqual([a, far])
    expect(ed.editor.notice.get()).toEqual({ kind: 'refused', refusal: { code: 'nothing-left' } })
  })

  it('never takes away a region that is locked', async () => {
    const ed = await open(a, { ...b, readonly: true })
    ed.areas().combine('unite')
    expect(ed.regions()).toHaveLength(2)
    expect(ed.editor.notice.get()).toEqual({ kind: 'refused', refusal: { code: 'read-only' } })
  })

  it('is not offered without a mask, nor to who may only look', async () => {
    const ed = await open(box('x'), box('y'))
    const areas = ed.areas()
    const stop = areas.follow()
    expect(areas.offers.get().combine).toBe(false)
    ed.annotation.session.selection.clear()
    expect(areas.offers.get()).toEqual({ combine: false, fillHoles: false, kinds: [] })
    stop()
  })
})

describe('filling holes', () => {
  it('closes what masks enclose, as one step', async () => {
    const ring = item(
      'ring',
      maskValue((x, y) => square(10, 10, 20)(x, y) && !square(15, 15, 5)(x, y)),
    )
    const ed = await open(ring)
    ed.areas().fillHoles()
    expect(size(ed, 'ring')).toBe(400)
    ed.undo()
    expect(ed.result()).toEqual([ring])
  })
})

describe('turning into another kind', () => {
  const offered = (ed: EditorHarness): readonly string[] => {
    const areas = ed.areas()
    areas.follow()()
    return areas.offers.get().kinds
  }

  it('is offered only where a control can hold the region with its labels', async () => {
    expect(offered(await open(a))).toEqual(['polygon'])
    // There is no polygon called Sky; a bare bitmask can be, by the plain labels.
    expect(offered(await open(b))).toEqual(['bitmask'])
    expect(offered(await open(box('x')))).toEqual(['bitmask'])
  })

  it('makes a polygon that keeps label, note, answers and relations, as one step', async () => {
    const said = {
      ...{ id: 'a', from_name: 'sure', to_name: 'img', type: 'choices', origin: 'manual' },
      ...{ original_width: 100, original_height: 100, image_rotation: 0 },
      value: { ...maskValue(square(10, 10, 20)), choices: ['yes'] },
    }
    const relation = { type: 'relation', from_id: 'a', to_id: 'b', direction: 'right' }
    const ed = await testEditor(CONFIG, { result: [{ ...a, meta: { text: ['worn'] } }, said, b, relation] })
    const before = ed.result()
    ed.annotation.session.selection.set(['a'])
    ed.areas().convert('polygon', 1)
    const points = [
      [10, 10],
      [30, 10],
      [30, 30],
      [10, 30],
    ]
    const made = ed.result().filter((it) => it.id === 'a')
    expect(made).toHaveLength(2)
    for (const one of made) {
      expect(one).toMatchObject({ original_width: 100, value: { closed: true } })
      expect(one.value).not.toHaveProperty('rle')
      expect((one.value as { points: unknown[] }).points).toHaveLength(4)
      expect((one.value as { points: unknown[] }).points).toEqual(expect.arrayContaining(points))
    }
    expect(made.find((it) => it.type === 'polygonlabels')?.meta).toEqual({ text: ['worn'] })
    expect(made.map((it) => it.type).sort()).toEqual(['choices', 'polygonlabels'])
    expect(ed.result()).toContainEqual(relation)
    expect(ed.selected()).toEqual(['a'])
    ed.undo()
    expect(ed.result()).toEqual(before)
  })

  it('makes a region of every piece, and says which holes it fills', async () => {
    const two = (x: number, y: number) =>
      (square(10, 10, 20)(x, y) && !square(15, 15, 5)(x, y)) || square(60, 60, 9)(x, y)
    const ed = await open(item('two', maskValue(two)))
    ed.areas().convert('polygon', 1)
    expect(ed.regions().map((it) => it.kind)).toEqual(['polygon', 'polygon'])
    expect(ed.annotation.document.labelsOf(ed.regions()[1]?.id ?? '').map((it) => it.stored)).toEqual(['Road'])
    expect(ed.editor.notice.get()).toEqual({ kind: 'converted', count: 2, holes: 1 })
  })

  it('makes a mask of a polygon, and the same polygon again', async () => {
    const points = [
      [10, 10],
      [50, 10],
      [50, 40],
      [10, 40],
    ]
    const polygon = { ...item('p', {}), from_name: 'p', type: 'polygonlabels' }
    const ed = await open({ ...polygon, value: { points, closed: true, polygonlabels: ['Road'] } })
    ed.areas().convert('mask')
    expect(size(ed, 'p')).toBe(40 * 30)
    expect(ed.result()).toMatchObject([{ from_name: 'b', type: 'brushlabels', value: { brushlabels: ['Road'] } }])
    ed.areas().convert('polygon')
    expect(ed.result()).toMatchObject([{ from_name: 'p', value: { points: expect.arrayContaining(points) } }])
  })

  it('makes a mask of a turned box and of an ellipse', async () => {
    const xml = `<View><Image name="img" value="$u"/><Rectangle name="r" toName="img"/><Ellipse name="e" toName="img"/>
      <Brush name="b" toName="img"/></View>`
    const ellipse = { ...box('y'), from_name: 'e', type: 'ellipse' }
    const ed = await testEditor(xml, {
      result: [
        { ...box('x'), value: { x: 50, y: 20, width: 20, height: 20, rotation: 45 } },
        { ...ellipse, value: { x: 50, y: 50, radiusX: 20, radiusY: 10, rotation: 0 } },
      ],
    })
    ed.annotation.session.selection.set(['x', 'y'])
    ed.areas().convert('mask')
    expect(Math.abs(size(ed, 'x') - 400)).toBeLessThan(20)
    expect(Math.abs(size(ed, 'y') - Math.PI * 200)).toBeLessThan(12)
  })

  it('changes nothing when a label may not be used so often', async () => {
    const xml = CONFIG.replace('<PolygonLabels name="p" toName="img"><Label value="Road"/>', (it) =>
      it.replace('value="Road"', 'value="Road" maxUsages="1"'),
    )
    const two = (x: number, y: number) => square(10, 10, 20)(x, y) || square(60, 60, 9)(x, y)
    const result = [item('two', maskValue(two))]
    const ed = await testEditor(xml, { result })
    ed.annotation.session.selection.set(['two'])
    ed.areas().convert('polygon')
    expect(ed.result()).toEqual(result)
    expect(ed.editor.notice.get()).toMatchObject({ refusal: { code: 'max-usages' } })
  })
})

describe('a mask of the picture at another size', () => {
  const small = { ...a, original_width: 50, original_height: 50 }
  const alpha = Uint8Array.from({ length: 2500 }, (_, i) => (square(5, 5, 10)(i % 50, Math.floor(i / 50)) ? 255 : 0))
  const stored = { ...small, value: { format: 'rle', rle: [...encodeRle(alpha)], brushlabels: ['Road'] } }

  it('is found where it is drawn, painted on at the size of the picture, and else stays as it came', async () => {
    const ed = await testEditor(CONFIG, { result: [stored] })
    expect(ed.result()).toEqual([stored])
    ed.tool('select').click([28, 28])
    expect(ed.selected()).toEqual(['a'])
    ed.tool('brush').click([80, 80])
    expect(size(ed, 'a')).toBeGreaterThan(400)
    expect(ed.result()).toMatchObject([{ original_width: 100, original_height: 100 }])
    ed.undo()
    expect(ed.result()).toEqual([stored])
  })
})
