import { describe, expect, it } from 'vitest'
import { captionOf, type WireItem } from '../../model'
import { extentOf, overlapOf } from '../../model/extent'
import { testEditor } from '../../testing/testEditor'

const CONFIG = `<View><Pdf name="p" value="$file"/><OcrLabels name="o" toName="p"><Label value="Total"/></OcrLabels></View>`

const box = (value: object, more: object = {}): WireItem => ({
  id: 'b',
  from_name: 'o',
  to_name: 'p',
  type: 'ocrlabels',
  origin: 'manual',
  value: {
    x: 0.1,
    y: 0.1,
    width: 0.2,
    height: 0.2,
    rotation: 0,
    pageIndex: 1,
    ocrtext: '',
    ...value,
    ocrlabels: ['Total'],
  },
  ...more,
})
const open = (...result: WireItem[]) => testEditor(CONFIG, { data: { file: 'a.pdf' }, result })

describe('boxes on the pages of a PDF', () => {
  it('take up the words that they come to hold', async () => {
    const ed = await open(box({}))
    ed.tool('select').drag([20, 20], [30, 50])
    expect(ed.result()).toMatchObject([{ value: { x: 0.2, y: 0.4, ocrtext: 'Invoice' } }])
    ed.tool('select').drag([30, 50], [80, 50])
    expect(ed.result()).toMatchObject([{ value: { x: 0.7, ocrtext: '' } }])
    ed.undo().undo()
    expect(ed.result()).toEqual([box({})])
  })

  it('keep a text that somebody wrote', async () => {
    const ed = await open(box({ ocrtext: 'by hand' }))
    ed.tool('select').drag([20, 20], [30, 50])
    expect(ed.result()).toMatchObject([{ value: { x: 0.2, ocrtext: 'by hand' } }])
  })

  it('are moved only on the page that is worked on', async () => {
    const ed = await open(box({}), box({ pageIndex: 2 }, { id: 'c' }))
    ed.annotation.session.selection.set(['b', 'c'])
    ed.tool('select').drag([20, 20], [30, 20])
    expect(ed.result().map(({ value }) => (value as { x: number }).x)).toEqual([0.2, 0.1])
  })

  it('stay inside the page', async () => {
    const ed = await open(box({}))
    ed.tool('select').drag([20, 20], [500, -500])
    expect(ed.result()).toMatchObject([{ value: { x: expect.closeTo(0.8), y: 0 } }])
  })

  it.each([{ pageIndex: 0 }, { pageIndex: '2' }, { pageIndex: 9 }, { x: 40 }, { ocrtext: 3 }, { rotation: 721 }])(
    'are saved as they were opened: %o',
    async (odd) => {
      const items = [box(odd, { score: 0.5, meta: { text: ['n'] }, odd: [1] })]
      expect((await open(...items)).result()).toEqual(items)
    },
  )

  it('lie apart when their pages are not the same', async () => {
    const [one, other] = (await open(box({}), box({ pageIndex: 2 }, { id: 'c' }))).regions().map(extentOf)
    expect(one && other && overlapOf(one, other)).toBe(0)
    expect(one && overlapOf(one, one)).toBe(1)
  })

  it('are told by page and text', async () => {
    const ed = await open(box({ pageIndex: 3, ocrtext: '18.50' }))
    expect(ed.regions().map(captionOf)).toEqual([{ title: undefined, text: '18.50', page: 3 }])
  })
})
