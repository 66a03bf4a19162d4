import { describe, expect, it } from 'vitest'
import { decodeRle, encodeRle } from '../model'
import { type EditorHarness, testEditor } from '../testing/testEditor'

const CONFIG = `<View><Image name="img" value="$u"/><Rectangle name="r" toName="img"/><Ellipse name="e" toName="img"/>
  <Polygon name="p" toName="img"/><KeyPoint name="k" toName="img"/><Vector name="v" toName="img"/>
  <Brush name="b" toName="img"/></View>`

const item = (id: string, from_name: string, type: string, value: object) => ({
  ...{ id, from_name, to_name: 'img', type, origin: 'manual' },
  ...{ original_width: 100, original_height: 100, image_rotation: 0 },
  value: value as never,
})
const box = item('box', 'r', 'rectangle', { x: 20, y: 20, width: 10, height: 10, rotation: 0 })
const oval = item('oval', 'e', 'ellipse', { x: 45, y: 35, radiusX: 5, radiusY: 5, rotation: 0 })
const poly = item('poly', 'p', 'polygon', {
  points: [
    [30, 30],
    [40, 30],
    [40, 40],
  ],
  closed: true,
})
const dot = item('dot', 'k', 'keypoint', { x: 30, y: 40, width: 1 })

/** Painted from 40, 35 to 50, 40. */
const PAINTED = Uint8Array.from({ length: 100 * 100 }, (_, at) => {
  const [x, y] = [at % 100, Math.floor(at / 100)]
  return x >= 40 && x < 50 && y >= 35 && y < 40 ? 255 : 0
})
const paint = item('paint', 'b', 'brush', { format: 'rle', rle: [...encodeRle(PAINTED)] })

/** All around the box from 20, 20 to 50, 40. */
async function grouped(...more: ReturnType<typeof item>[]): Promise<EditorHarness> {
  const result = [box, oval, poly, ...more]
  const ed = await testEditor(CONFIG, { result })
  ed.tool('select')
  ed.annotation.session.selection.set(result.map((it) => it.id))
  return ed
}
const shapes = (ed: EditorHarness) => Object.fromEntries(ed.regions().map((it) => [it.id, it.shape]))

describe('several shapes', () => {
  it('grow from the corner across the one that is dragged, in proportion, as one step', async () => {
    const ed = await grouped(dot)
    const before = ed.result()
    ed.drag([50, 40.5], [80, 61], { handle: 'se' })
    const { box, oval, poly, dot: point } = shapes(ed)
    expect(box).toMatchObject({ x: 20, y: 20, width: 20, height: 20 })
    expect(oval).toMatchObject({ x: 70, y: 50, radiusX: 10, radiusY: 10 })
    expect(poly?.points).toEqual([
      [40, 40],
      [60, 40],
      [60, 60],
    ])
    expect(point).toMatchObject({ x: 40, y: 60, width: 1 })
    ed.undo()
    expect(ed.result()).toEqual(before)
  })

  it('stay inside the picture while they grow', async () => {
    const ed = await grouped()
    ed.drag([50, 40], [400, 400], { handle: 'se' })
    for (const shape of ed.regions().map((it) => it.shape)) {
      for (const value of [shape.x, shape.y]) if (value !== undefined) expect(value).toBeLessThanOrEqual(100)
    }
    expect(shapes(ed).box).toMatchObject({ x: 20, y: 20 })
  })

  it('keep their places to one another when one of them meets the border', async () => {
    const ed = await grouped()
    ed.drag([25, 25], [-40, 30])
    expect(shapes(ed)).toMatchObject({ box: { x: 0, y: 25 }, oval: { x: 25, y: 40 } })
  })

  it('turn about their common middle', async () => {
    const ed = await grouped()
    ed.drag([35, 10], [60, 30], { handle: 'rotate' })
    const { box, oval, poly } = shapes(ed)
    expect(box).toMatchObject({ rotation: 90 })
    expect(box?.x).toBeCloseTo(45)
    expect(box?.y).toBeCloseTo(15)
    expect([oval?.x, oval?.y]).toEqual([expect.closeTo(30), expect.closeTo(40)])
    expect(poly).toMatchObject({
      points: [[expect.closeTo(35), expect.closeTo(25)], expect.anything(), expect.anything()],
    })
  })

  it('take masks with them, pixel by pixel', async () => {
    const ed = await grouped(paint)
    const painted = (): number[] => {
      const alpha = decodeRle(shapes(ed).paint?.rle as number[], 100 * 100)
      const found = [...alpha.keys()].filter((at) => alpha[at] === 255)
      const [xs, ys] = [found.map((at) => at % 100), found.map((at) => Math.floor(at / 100))]
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1, found.length]
    }
    ed.drag([50, 40], [80, 60], { handle: 'se' })
    expect(painted()).toEqual([60, 50, 80, 60, 200])
    ed.undo().drag([35, 10], [60, 30], { handle: 'rotate' })
    expect(painted()).toEqual([25, 35, 30, 45, 50])
    ed.undo()
    expect(ed.result()).toEqual([box, oval, poly, paint])
  })

  it('leave the locked one where it is', async () => {
    const ed = await grouped(item('fixed', 'k', 'keypoint', { x: 25, y: 25, width: 1 }))
    ed.annotation.session.locked.add('fixed')
    ed.drag([50, 40], [80, 60], { handle: 'se' })
    expect(shapes(ed).fixed).toMatchObject({ x: 25, y: 25 })
    expect(shapes(ed).box).toMatchObject({ width: 20 })
  })

  it('stay when all are locked, which is said; of some, the others are deleted', async () => {
    const ed = await grouped()
    const { locked } = ed.annotation.session
    locked.add('box', 'oval', 'poly')
    ed.drag([25, 25], [60, 60])
    expect(ed.result()).toEqual([box, oval, poly])
    expect(ed.editor.notice.get()).toEqual({ kind: 'refused', refusal: { code: 'read-only' } })
    ed.editor.notice.set(undefined)
    locked.remove('oval', 'poly')
    ed.editor.actions.remove(ed.selected())
    expect(ed.result()).toEqual([box])
    expect(ed.editor.notice.get()).toMatchObject({ kind: 'refused' })
  })

  it('are taken by a rubber band, which adds to what is selected with Ctrl', async () => {
    const ed = await grouped()
    ed.annotation.session.selection.set(['box'])
    ed.holding({ mod: true }).drag([60, 60], [38, 32])
    expect(ed.selected().sort()).toEqual(['box', 'oval', 'poly'])
  })
})
