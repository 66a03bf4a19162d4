import { describe, expect, it } from 'vitest'
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
