import { describe, expect, it } from 'vitest'
import { decodeRle, encodeRle } from '../model'
import { testEditor } from '../testing/testEditor'

const BOXES = `<View><Image name="img" value="$u"/>
  <RectangleLabels name="r" toName="img"><Label value="Car"/><Label value="Sign" maxUsages="1"/></RectangleLabels></View>`
const BARE = '<View><Image name="img" value="$u"/><Rectangle name="r" toName="img"/></View>'

const box = (id: string, x: number, y: number, side = 20) => ({
  id,
  from_name: 'r',
  to_name: 'img',
  type: 'rectanglelabels',
  origin: 'manual',
  original_width: 100,
  original_height: 100,
  image_rotation: 0,
  value: { x, y, width: side, height: side, rotation: 0, rectanglelabels: ['Car'] },
})

describe('drawing a rectangle', () => {
  it('makes one region per drag, and one undo removes it', async () => {
    const ed = await testEditor(BARE)
    ed.tool('rect').drag([10, 10], [60, 40])
    expect(ed.regions()).toMatchObject([{ kind: 'rect', shape: { x: 10, y: 10, width: 50, height: 30, rotation: 0 } }])
    ed.undo()
    expect(ed.regions()).toEqual([])
    ed.redo()
    expect(ed.regions()).toHaveLength(1)
  })

  it('works by two clicks and backwards', async () => {
    const ed = await testEditor(BARE)
    ed.tool('rect').click([60, 40]).move([30, 30]).move([10, 10]).press([10, 10]).release([10, 10])
    expect(ed.regions()).toMatchObject([{ shape: { x: 10, y: 10, width: 50, height: 30 } }])
  })

  it('stays inside the picture', async () => {
    const ed = await testEditor(BARE)
    ed.tool('rect').drag([80, 80], [140, 130])
    expect(ed.regions()[0]?.shape).toMatchObject({ x: 80, y: 80, width: 20, height: 20 })
  })

  it('takes a shape too small to be meant for a click', async () => {
    const ed = await testEditor(BARE)
    ed.tool('rect').drag([10, 10], [40, 11])
    expect(ed.regions()).toEqual([])
    expect(ed.annotation.history.canUndo).toBe(false)
  })

  it('leaves nothing behind on Escape, not even in redo', async () => {
    const ed = await testEditor(BARE)
    ed.tool('rect').press([10, 10]).move([30, 30]).move([50, 50]).escape()
    expect(ed.regions()).toEqual([])
    expect(ed.annotation.history.canRedo).toBe(false)
  })

  it('is refused without a label, and says so', async () => {
    const ed = await testEditor(BOXES)
    ed.tool('rect').drag([10, 10], [60, 40])
    expect(ed.regions()).toEqual([])
    expect(ed.editor.notice.get()).toEqual({ kind: 'refused', refusal: { code: 'no-label' } })
  })

  it('writes label, picture size and geometry as documented', async () => {
    const ed = await testEditor(BOXES)
    ed.pick('Car').tool('rect').drag([10, 20], [40, 60])
    expect(ed.result()).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{10}$/),
        from_name: 'r',
        to_name: 'img',
        type: 'rectanglelabels',
        origin: 'manual',
        original_width: 100,
        original_height: 100,
        image_rotation: 0,
        value: { x: 10, y: 20, width: 30, height: 40, rotation: 0, rectanglelabels: ['Car'] },
      },
    ])
  })

  it('lets go of the label afterwards, unless it is kept', async () => {
    const ed = await testEditor(BOXES)
    ed.pick('Car').tool('rect').drag([10, 10], [30, 30])
    expect(ed.annotation.session.activeLabels.get().size).toBe(0)
    ed.editor.settings.set({ keepLabels: true })
    ed.pick('Car').drag([40, 40], [60, 60]).drag([70, 70], [90, 90])
    expect(ed.regions()).toHaveLength(3)
  })

  it('is refused when a label has been used as often as it may', async () => {
    const ed = await testEditor(BOXES)
    ed.pick('Sign').tool('rect').drag([10, 10], [30, 30]).pick('Sign')
    expect(ed.editor.notice.get()).toMatchObject({ kind: 'refused', refusal: { code: 'max-usages', limit: 1 } })
  })

  it('by three points makes a turned box', async () => {
    const ed = await testEditor(BARE)
    ed.tool('rect3').click([50, 20]).move([60, 40]).press([50, 60]).move([30, 50]).press([30, 50])
    const { shape } = ed.regions()[0] ?? {}
    expect(shape?.rotation).toBeCloseTo(90)
    expect(shape?.width).toBeCloseTo(40)
    expect(shape?.height).toBeCloseTo(20)
  })
})

describe('selecting', () => {
  it('moves a region by dragging it, as one step', async () => {
    const ed = await testEditor(BOXES, { result: [box('a', 10, 10)] })
    ed.tool('select').drag([20, 20], [35, 40])
    expect(ed.regions()[0]?.shape).toMatchObject({ x: 25, y: 30, width: 20, height: 20 })
    ed.undo()
    expect(ed.result()).toEqual([box('a', 10, 10)])
  })

  it('resizes by a handle', async () => {
    const ed = await testEditor(BOXES, { result: [box('a', 10, 10)] })
    ed.tool('select').click([20, 20]).drag([30, 30], [50, 60], { handle: 'se' })
    expect(ed.regions()[0]?.shape).toMatchObject({ x: 10, y: 10, width: 40, height: 50 })
  })

  it('turns about the centre by the knob', async () => {
    const ed = await testEditor(BOXES, { result: [box('a', 40, 40)] })
    ed.tool('select').click([50, 50]).drag([50, 30], [80, 50], { handle: 'rotate' })
    const { shape } = ed.regions()[0] ?? {}
    expect(shape?.rotation).toBeCloseTo(90)
    expect(shape?.x).toBeCloseTo(60)
    expect(shape?.y).toBeCloseTo(40)
  })

  it('reaches a region inside another one', async () => {
    const ed = await testEditor(BOXES, { result: [box('small', 30, 30, 10), box('large', 10, 10, 60)] })
    ed.tool('select').click([35, 35])
    expect(ed.selected()).toEqual(['small'])
  })

  it('takes several by a rubber band and moves them together', async () => {
    const ed = await testEditor(BOXES, { result: [box('a', 10, 10), box('b', 40, 10), box('c', 70, 70)] })
    ed.tool('select').drag([2, 2], [65, 35])
    expect(ed.selected().sort()).toEqual(['a', 'b'])
    ed.drag([20, 20], [25, 30])
    expect(ed.regions().map((it) => it.shape.x)).toEqual([15, 45, 70])
  })

  it('clears on empty canvas, and with Ctrl adds', async () => {
    const ed = await testEditor(BOXES, { result: [box('a', 10, 10), box('b', 40, 10)] })
    ed.tool('select').click([20, 20]).holding({ mod: true }).click([50, 20])
    expect(ed.selected()).toEqual(['a', 'b'])
    ed.holding({}).click([90, 90])
    expect(ed.selected()).toEqual([])
  })

  it('does not change what is locked', async () => {
    const ed = await testEditor(BOXES, { result: [{ ...box('a', 10, 10), readonly: true }] })
    ed.tool('select').drag([20, 20], [50, 50])
    expect(ed.regions()[0]?.shape).toMatchObject({ x: 10, y: 10 })
  })

  it('draws a relation to the region that is clicked next', async () => {
    const ed = await testEditor(BOXES, { result: [box('a', 10, 10), box('b', 40, 10)] })
    ed.tool('select').click([20, 20])
    ed.editor.actions.startRelation()
    ed.click([50, 20])
    expect(ed.result().at(-1)).toMatchObject({ type: 'relation', from_id: 'a', to_id: 'b', direction: 'right' })
  })
})

const POLYGON = '<View><Image name="img" value="$u"/><Polygon name="p" toName="img"/></View>'
const SNAPPED = '<View><Image name="img" value="$u"/><Polygon name="p" toName="img" snap="pixel"/></View>'
const TRIANGLE = [
  [10, 10],
  [50, 10],
  [30, 40],
] as const

const polygon = (points: readonly (readonly [number, number])[]) => ({
  id: 'p1',
  from_name: 'p',
  to_name: 'img',
  type: 'polygon',
  origin: 'manual',
  original_width: 100,
  original_height: 100,
  image_rotation: 0,
  value: { points: points.map(([x, y]) => [x, y]), closed: true },
})

describe('drawing a polygon', () => {
  const begin = async () => {
    const ed = await testEditor(POLYGON)
    ed.tool('polygon')
    for (const point of TRIANGLE) ed.click(point)
    return ed
  }

  it('closes on its first point, and writes points and closed', async () => {
    const ed = await begin()
    ed.move([11, 12]).click([11, 12])
    expect(ed.result()).toEqual([{ ...polygon(TRIANGLE), id: expect.any(String) }])
    ed.undo()
    expect(ed.regions()).toEqual([])
  })

  it('closes by a double click and by Enter', async () => {
    const byClick = await begin()
    byClick.press([30, 40], { clicks: 2 })
    const byKey = await begin()
    byKey.confirm()
    for (const ed of [byClick, byKey]) expect(ed.regions()[0]?.shape.points).toHaveLength(3)
  })

  it('needs three points', async () => {
    const ed = await testEditor(POLYGON)
    ed.tool('polygon').click([10, 10]).click([50, 10]).press([50, 10], { clicks: 2 }).confirm()
    expect(ed.regions()).toEqual([])
    ed.click([30, 40]).confirm()
    expect(ed.regions()).toHaveLength(1)
  })

  it('takes back and repeats point by point', async () => {
    const ed = await begin()
    ed.undo().undo().redo().click([60, 60]).confirm()
    expect(ed.regions()[0]?.shape.points).toEqual([
      [10, 10],
      [50, 10],
      [60, 60],
    ])
  })

  it('is gone when its first point is taken back, or on Escape', async () => {
    const ed = await begin()
    ed.undo().undo().undo()
    ed.click([20, 20]).escape().confirm()
    expect(ed.regions()).toEqual([])
    expect(ed.annotation.history.canUndo).toBe(false)
  })

  it('snaps to pixel edges when told', async () => {
    const ed = await testEditor(SNAPPED)
    ed.tool('polygon').click([10.4, 9.6]).click([50.2, 10.1]).click([29.5, 40.4]).confirm()
    expect(ed.regions()[0]?.shape.points).toEqual([
      [10, 10],
      [50, 10],
      [30, 40],
    ])
  })
})

describe('changing a polygon', () => {
  const selected = async () => {
    const ed = await testEditor(POLYGON, { result: [polygon(TRIANGLE)] })
    return ed.tool('select').click([30, 20])
  }

  it('drags a point', async () => {
    const ed = await selected()
    ed.drag([30, 40], [35, 60], { handle: '2' })
    expect(ed.regions()[0]?.shape.points).toEqual([
      [10, 10],
      [50, 10],
      [35, 60],
    ])
  })

  it('puts a point on an edge that is pressed, and drags it', async () => {
    const ed = await selected()
    ed.drag([30, 11], [30, 2])
    expect(ed.regions()[0]?.shape.points).toEqual([
      [10, 10],
      [30, 2],
      [50, 10],
      [30, 40],
    ])
    ed.undo()
    expect(ed.result()).toEqual([polygon(TRIANGLE)])
  })

  it('takes a point away by a double click, but leaves three', async () => {
    const ed = await selected()
    ed.drag([30, 11], [30, 2]).press([30, 2], { handle: '1', clicks: 2 })
    expect(ed.regions()[0]?.shape.points).toEqual(TRIANGLE.map(([x, y]) => [x, y]))
    ed.press([10, 10], { handle: '0', clicks: 2 })
    expect(ed.regions()[0]?.shape.points).toHaveLength(3)
  })

  it('moves it as a whole, inside the picture', async () => {
    const ed = await selected()
    ed.drag([30, 20], [0, 0])
    expect(ed.regions()[0]?.shape.points).toEqual([
      [0, 0],
      [40, 0],
      [20, 30],
    ])
  })
})

describe('drawing a point', () => {
  it('puts it where the pointer is let go, as wide as its stroke', async () => {
    const ed = await testEditor(
      '<View><Image name="img" value="$u"/><KeyPoint name="k" toName="img" strokeWidth="4"/></View>',
    )
    ed.tool('keypoint').drag([20, 20], [33, 47])
    expect(ed.regions()).toMatchObject([{ kind: 'keypoint', shape: { x: 33, y: 47, width: 4 } }])
    ed.tool('select').click([35, 47])
    expect(ed.selected()).toHaveLength(1)
  })

  it('snaps to the middle of a pixel when told', async () => {
    const ed = await testEditor(
      '<View><Image name="img" value="$u"/><KeyPoint name="k" toName="img" snap="pixel"/></View>',
    )
    ed.tool('keypoint').click([20.9, 33.1])
    expect(ed.regions()[0]?.shape).toMatchObject({ x: 20.5, y: 33.5 })
  })
})

describe.each([
  ['brush', 'BrushLabels', 'brushlabels'],
  ['bitmask', 'BitmaskLabels', 'bitmasklabels'],
])('the %s', (tool, tag, type) => {
  const config = `<View><Image name="img" value="$u"/>
    <${tag} name="m" toName="img"><Label value="Road"/><Label value="Sky"/></${tag}></View>`

  it('paints a region, which the next strokes go on with', async () => {
    const ed = await testEditor(config)
    ed.pick('Road').tool(tool).drag([20, 20], [40, 20])
    const [first] = ed.regions()
    ed.drag([20, 60], [40, 60])
    expect(ed.regions().map((it) => it.id)).toEqual([first?.id])
    expect(ed.selected()).toEqual([first?.id])
    ed.escape().tool('select').click([30, 62])
    expect(ed.selected()).toEqual([first?.id])
    ed.escape().click([30, 40])
    expect(ed.selected()).toEqual([])
  })

  it('takes back a stroke at a time, to the very same result', async () => {
    const ed = await testEditor(config)
    ed.pick('Road').tool(tool).drag([20, 20], [40, 20])
    const once = ed.result()
    ed.drag([20, 60], [40, 60])
    expect(ed.result()).not.toEqual(once)
    ed.undo()
    expect(ed.result()).toEqual(once)
    expect(once).toMatchObject([{ type, original_width: 100, value: { [type]: ['Road'] } }])
    ed.undo()
    expect(ed.result()).toEqual([])
  })

  it('rubs out of the selected region only', async () => {
    const ed = await testEditor(config)
    ed.tool('eraser').drag([20, 20], [40, 20])
    expect(ed.regions()).toEqual([])
    ed.pick('Road').tool(tool).drag([20, 20], [60, 20]).tool('eraser').drag([40, 10], [40, 30])
    ed.escape().tool('select').click([40, 20])
    expect(ed.selected()).toEqual([])
    ed.click([22, 20])
    expect(ed.selected()).toHaveLength(1)
  })

  it('does not paint on what is locked', async () => {
    const ed = await testEditor(config)
    ed.pick('Road').tool(tool).drag([20, 20], [40, 20])
    const before = ed.result()
    ed.annotation.session.locked.add(ed.regions()[0]?.id ?? '')
    ed.tool('eraser').drag([20, 20], [40, 20])
    expect(ed.result()).toEqual(before)
  })
})

describe('a loaded brush mask', () => {
  const CONFIG = '<View><Image name="img" value="$u"/><Brush name="b" toName="img"/></View>'
  const alpha = new Uint8Array(100 * 100)
  alpha.fill(90, 2010, 2030)
  const item = {
    id: 'm1',
    from_name: 'b',
    to_name: 'img',
    type: 'brush',
    origin: 'manual',
    original_width: 100,
    original_height: 100,
    image_rotation: 0,
    value: { format: 'rle', rle: [...encodeRle(alpha)] },
  }

  it('is found by its pixels, painted on, and keeps what was not painted over', async () => {
    const ed = await testEditor(CONFIG, { result: [item] })
    ed.tool('select').click([20, 20]).tool('brush').click([20, 50])
    const after = decodeRle(ed.regions()[0]?.shape.rle as number[], alpha.length)
    expect([...after.subarray(2010, 2030)]).toEqual([...alpha.subarray(2010, 2030)])
    expect(after[50 * 100 + 20]).toBe(255)
    ed.undo()
    expect(ed.result()).toEqual([item])
  })

  it('of another picture stays as it is, and is not painted on', async () => {
    const broken = { ...item, value: { format: 'rle', rle: [0, 0, 0, 4, 57, 27, 252, 192] } }
    const ed = await testEditor(CONFIG, { result: [broken] })
    ed.annotation.session.selection.set(['m1'])
    ed.tool('brush').click([20, 50])
    expect(ed.result()).toEqual([broken])
  })
})
