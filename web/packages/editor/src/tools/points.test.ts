import { describe, expect, it } from 'vitest'
import { testEditor } from '../testing/testEditor'

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

describe('undo while drawing', () => {
  const steps = (ed: Awaited<ReturnType<typeof testEditor>>) => ed.steps()

  it('is offered point by point, and redo only of points taken back', async () => {
    const ed = await testEditor('<View><Image name="img" value="$u"/><Polygon name="p" toName="img"/></View>')
    expect(steps(ed)).toEqual({ back: false, forth: false })
    ed.tool('polygon').click([10, 10]).click([50, 10])
    expect(steps(ed)).toEqual({ back: true, forth: false })
    ed.undo()
    expect(steps(ed)).toEqual({ back: true, forth: true })
    ed.undo()
    expect(steps(ed)).toEqual({ back: false, forth: false })
  })

  it('takes a box back that has one corner, and nothing that was there before', async () => {
    const ed = await testEditor('<View><Image name="img" value="$u"/><Rectangle name="r" toName="img"/></View>')
    ed.tool('rect').drag([10, 10], [30, 30]).click([50, 50]).move([70, 70])
    expect(steps(ed).back).toBe(true)
    expect(ed.regions()).toHaveLength(2)
    ed.undo()
    expect(ed.regions()).toHaveLength(1)
    expect(steps(ed).back).toBe(false)
  })

  it('takes a drag back as a whole, in the middle of it', async () => {
    const ed = await testEditor('<View><Image name="img" value="$u"/><Rectangle name="r" toName="img"/></View>')
    ed.tool('rect').drag([10, 10], [30, 30]).escape().tool('select').press([20, 20]).move([40, 40]).undo()
    expect(ed.regions()[0]?.shape).toMatchObject({ x: 10, y: 10 })
  })
})
