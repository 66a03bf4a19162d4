import { describe, expect, it } from 'vitest'
import { testEditor } from '../testing/testEditor'

const PATH = (attrs: string) => `<View><Image name="img" value="$u"/><Vector name="v" toName="img" ${attrs}/></View>`

interface Vertex {
  readonly id: string
  readonly x: number
  readonly prevPointId: string | null
  readonly isBezier: boolean
}
const vertices = (ed: Awaited<ReturnType<typeof testEditor>>) =>
  (ed.regions()[0]?.shape.vertices ?? []) as unknown as Vertex[]

describe('drawing a path', () => {
  it('hangs each point on the one before, and writes the documented value', async () => {
    const ed = await testEditor(PATH(''))
    ed.tool('vector').click([10, 10]).click([40, 10]).click([40, 50]).press([40, 50], { clicks: 2 })
    const [a, b, c] = vertices(ed)
    expect(ed.result()).toEqual([
      {
        id: expect.any(String),
        from_name: 'v',
        to_name: 'img',
        type: 'vector',
        origin: 'manual',
        original_width: 100,
        original_height: 100,
        image_rotation: 0,
        value: {
          vertices: [
            { id: a?.id, x: 10, y: 10, prevPointId: null, isBezier: false },
            { id: b?.id, x: 40, y: 10, prevPointId: a?.id, isBezier: false },
            { id: c?.id, x: 40, y: 50, prevPointId: b?.id, isBezier: false },
          ],
          closed: false,
        },
      },
    ])
    expect(new Set([a?.id, b?.id, c?.id]).size).toBe(3)
  })

  it('closes on its first point only when it may', async () => {
    for (const closable of [true, false]) {
      const ed = await testEditor(PATH(`closable="${closable}"`))
      ed.tool('vector').click([10, 10]).click([40, 10]).click([40, 50]).click([11, 10]).confirm()
      expect(ed.regions()[0]?.shape.closed).toBe(closable)
    }
  })

  it('curves by dragging only when it may', async () => {
    for (const curves of [true, false]) {
      const ed = await testEditor(PATH(`curves="${curves}"`))
      ed.tool('vector').click([10, 10]).drag([40, 40], [60, 40]).confirm()
      expect(vertices(ed)[1]?.isBezier).toBe(curves)
    }
  })

  it('bends evenly to both sides of the point', async () => {
    const ed = await testEditor(PATH('curves="true"'))
    ed.tool('vector').click([10, 10]).drag([40, 40], [60, 45]).confirm()
    expect(vertices(ed)[1]).toMatchObject({ controlPoint1: { x: 20, y: 35 }, controlPoint2: { x: 60, y: 45 } })
  })

  it('branches where a skeleton is clicked', async () => {
    const ed = await testEditor(PATH('skeleton="true"'))
    ed.tool('vector').click([10, 10]).click([40, 10]).click([10, 10]).click([10, 50]).confirm()
    const [root, , branch] = vertices(ed)
    expect(branch?.prevPointId).toBe(root?.id)
  })

  it('ends at the most points, and is none below the least', async () => {
    const ed = await testEditor(PATH('minPoints="3" maxPoints="4"'))
    ed.tool('vector').click([10, 10]).click([40, 10]).confirm()
    expect(ed.regions()).toEqual([])
    ed.click([40, 50]).click([20, 60])
    expect(vertices(ed)).toHaveLength(4)
  })

  it('takes back and repeats point by point', async () => {
    const ed = await testEditor(PATH(''))
    ed.tool('vector').click([10, 10]).click([40, 10]).click([40, 50]).undo().undo().redo().click([70, 70]).confirm()
    expect(vertices(ed).map((it) => it.x)).toEqual([10, 40, 70])
  })
})

describe('changing a path', () => {
  const drawn = async () => {
    const ed = await testEditor(PATH('curves="true"'))
    return ed.tool('vector').click([10, 10]).click([50, 10]).click([50, 50]).confirm().tool('select').click([30, 10])
  }

  it('takes a point in on Shift, relinking its neighbours', async () => {
    const ed = await drawn()
    ed.holding({ shift: true }).drag([30, 10], [30, 20]).holding({})
    const [a, added, b] = vertices(ed)
    expect([added?.prevPointId, b?.prevPointId]).toEqual([a?.id, added?.id])
    expect(added).toMatchObject({ x: 30, y: 20 })
  })

  it('is moved by its line, with what bends it', async () => {
    const ed = await drawn()
    ed.holding({ shift: true }).press([50, 10], { handle: 'v1' }).holding({})
    const before = vertices(ed)[1] as unknown as { controlPoint1: { x: number } }
    ed.drag([10, 10], [20, 20])
    expect(vertices(ed)[1]).toMatchObject({ x: 60, y: 20, controlPoint1: { x: before.controlPoint1.x + 10 } })
  })

  it('drops a point on Alt and hangs what follows on the one before', async () => {
    const ed = await drawn()
    ed.press([50, 10], { handle: 'v1', alt: true })
    const [a, c] = vertices(ed)
    expect(vertices(ed)).toHaveLength(2)
    expect(c?.prevPointId).toBe(a?.id)
    ed.press([10, 10], { handle: 'v0', alt: true })
    expect(vertices(ed)).toHaveLength(2)
  })

  it('bends a point and straightens it again on Shift', async () => {
    const ed = await drawn()
    ed.press([50, 10], { handle: 'v1', shift: true })
    expect(vertices(ed)[1]?.isBezier).toBe(true)
    ed.press([50, 10], { handle: 'v1', shift: true })
    expect(Object.keys(vertices(ed)[1] ?? {})).toEqual(['id', 'x', 'y', 'prevPointId', 'isBezier'])
  })

  it('keeps what is smooth smooth when a bend is dragged', async () => {
    const ed = await drawn()
    ed.press([50, 10], { handle: 'v1', shift: true }).drag([60, 20], [70, 10], { handle: 'b1' })
    expect(vertices(ed)[1]).toMatchObject({ controlPoint1: { x: 30, y: 10 }, controlPoint2: { x: 70, y: 10 } })
  })
})

describe('going on with a path', () => {
  const line = async (attrs = '') => {
    const ed = await testEditor(PATH(attrs))
    ed.tool('vector').click([10, 10]).click([50, 10]).click([50, 50]).confirm()
    ed.annotation.session.selection.set([ed.regions()[0]?.id ?? ''])
    return ed
  }
  const at = (ed: Awaited<ReturnType<typeof line>>) => vertices(ed).map(({ x }) => x)

  it('adds points behind the end that is clicked, to the same region, as one step', async () => {
    const ed = await line()
    const before = ed.result()
    ed.press([50, 50], { handle: 'v2' }).release([50, 50]).click([70, 70]).click([80, 80]).confirm()
    expect(ed.regions()).toHaveLength(1)
    expect(at(ed)).toEqual([10, 50, 50, 70, 80])
    ed.undo()
    expect(ed.result()).toEqual(before)
  })

  it('goes on from its beginning too', async () => {
    const ed = await line()
    ed.press([10, 10], { handle: 'v0' }).release([10, 10]).click([5, 40]).confirm()
    expect(at(ed)).toEqual([50, 50, 10, 5])
    expect(vertices(ed).map((it) => it.prevPointId)).toEqual([
      null,
      ...vertices(ed)
        .slice(0, -1)
        .map((it) => it.id),
    ])
  })

  it('goes on from any point of a skeleton, and from the ends alone otherwise', async () => {
    for (const skeleton of [true, false]) {
      const ed = await line(`skeleton="${skeleton}"`)
      const middle = vertices(ed)[1]?.id
      ed.press([50, 10], { handle: 'v1' }).release([50, 10])
      if (skeleton) ed.click([90, 10]).confirm()
      expect(vertices(ed).at(-1)?.prevPointId).toBe(middle)
      expect(vertices(ed)).toHaveLength(skeleton ? 4 : 3)
    }
  })

  it('closes on the other end where it may', async () => {
    const ed = await line('closable="true"')
    ed.press([50, 50], { handle: 'v2' }).release([50, 50]).click([10, 50]).click([10, 10])
    expect(ed.regions()[0]?.shape.closed).toBe(true)
    expect(at(ed)).toEqual([10, 50, 50, 10])
  })

  it('still drags the point when the pointer moves', async () => {
    const ed = await line()
    ed.drag([50, 50], [60, 60], { handle: 'v2' })
    expect(at(ed)).toEqual([10, 50, 60])
  })

  it('adds nothing to a path that is full', async () => {
    const ed = await line('maxPoints="3"')
    ed.press([50, 50], { handle: 'v2' }).release([50, 50]).escape()
    expect(at(ed)).toEqual([10, 50, 50])
  })
})

describe('breaking a closed path', () => {
  it('opens it where its line is clicked with Alt, and loses no point', async () => {
    const ed = await testEditor(PATH('closable="true"'))
    ed.tool('vector').click([10, 10]).click([50, 10]).click([50, 50]).click([10, 10])
    ed.annotation.session.selection.set([ed.regions()[0]?.id ?? ''])
    ed.tool('select').press([50, 30], { alt: true })
    expect(ed.regions()[0]?.shape.closed).toBe(false)
    expect(vertices(ed).map(({ x, prevPointId }) => [x, prevPointId === null])).toEqual([
      [50, true],
      [10, false],
      [50, false],
    ])
    ed.undo()
    expect(ed.regions()[0]?.shape.closed).toBe(true)
  })
})
