import { describe, expect, it } from 'vitest'
import { decodeRle, encodeRle } from '../model'
import { testEditor } from '../testing/testEditor'

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
