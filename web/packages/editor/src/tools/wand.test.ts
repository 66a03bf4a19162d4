import { describe, expect, it } from 'vitest'
import { decodeRle } from '../model'
import { testEditor } from '../testing/testEditor'

const CONFIG = `<View><Image name="img" value="$u"/><MagicWand name="w" toName="img" blurradius="0"/>
  <Brush name="b" toName="img"/><Labels name="l" toName="img"><Label value="Moon"/></Labels></View>`

type Ed = Awaited<ReturnType<typeof testEditor>>
const size = (ed: Ed): number =>
  decodeRle(ed.regions()[0]?.shape.rle as number[], 100 * 100).reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0)
/** Lets the area that was asked for come back. */
const grown = (): Promise<void> => new Promise((done) => setTimeout(done))

describe('the magic wand', () => {
  it('makes a mask of what is alike, in the documented form', async () => {
    const ed = await testEditor(CONFIG.replace('<Brush name="b" toName="img"/>', ''))
    ed.pick('Moon').tool('wand').click([50, 50])
    await grown()
    const place = { id: ed.regions()[0]?.id, to_name: 'img', original_width: 100, original_height: 100 }
    const value = { format: 'rle', rle: expect.any(Array) }
    expect(ed.result()).toMatchObject([
      { ...place, from_name: 'w', type: 'magicwand', value },
      { ...place, from_name: 'l', type: 'labels', value: { ...value, labels: ['Moon'] } },
    ])
    ed.undo()
    expect(ed.result()).toEqual([])
  })

  it('takes more when dragged to the right, less to the left', async () => {
    const sizes: number[] = []
    for (const to of [40, 50, 60]) {
      const ed = await testEditor(CONFIG)
      ed.tool('wand').drag([50, 50], [to, 50])
      await grown()
      sizes.push(size(ed))
    }
    expect(sizes[0]).toBeLessThan(sizes[1] as number)
    expect(sizes[1]).toBeLessThan(sizes[2] as number)
  })

  it('goes on to the selected mask, and takes away with Alt', async () => {
    const ed = await testEditor(CONFIG)
    ed.tool('brush').click([5, 5])
    const dab = size(ed)
    ed.tool('wand').click([50, 50])
    await grown()
    const both = size(ed)
    expect(ed.regions()).toHaveLength(1)
    expect(both).toBeGreaterThan(dab)
    ed.press([50, 50], { alt: true }).release([50, 50])
    await grown()
    expect(size(ed)).toBe(dab)
  })

  it('is waited for when the work is sent at once', async () => {
    const sent: unknown[] = []
    const ed = await testEditor(CONFIG, { on: { submit: async ({ result }) => void sent.push(...result) } })
    ed.tool('wand').click([50, 50])
    expect(await ed.editor.handover.send('submit')).toBe(true)
    expect(sent).toHaveLength(1)
  })

  it('makes nothing when it is stopped while the area is grown', async () => {
    const ed = await testEditor(CONFIG)
    ed.tool('wand').click([50, 50]).escape()
    await grown()
    expect(ed.regions()).toEqual([])
    ed.click([50, 50])
    await grown()
    expect(ed.regions()).toHaveLength(1)
  })
})

describe('the fill tool', () => {
  const ring = async (): Promise<Ed> => {
    const ed = await testEditor(CONFIG)
    ed.tool('brush').press([30, 30])
    for (const corner of [
      [70, 30],
      [70, 70],
      [30, 70],
      [30, 30],
    ] as const) {
      ed.move(corner)
    }
    return ed.release([30, 30]).tool('fill')
  }

  it('fills what the selected mask encloses, as one step', async () => {
    const ed = await ring()
    const before = ed.result()
    ed.click([50, 50])
    expect(size(ed)).toBeGreaterThan(40 * 40)
    ed.undo()
    expect(ed.result()).toEqual(before)
  })

  it('says so where nothing is enclosed, and changes nothing', async () => {
    const ed = await ring()
    const before = ed.result()
    ed.click([5, 5])
    expect(ed.result()).toEqual(before)
    expect(ed.editor.notice.get()).toEqual({ kind: 'refused', refusal: { code: 'open-area' } })
  })
})
