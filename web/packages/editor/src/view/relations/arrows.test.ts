// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest'
import { type EditorHarness, testEditor } from '../../testing/testEditor'
import { arrowsOf } from './arrows'

const CONFIG = `<View>
  <Relations><Relation value="part of" background="#228be6"/></Relations>
  <Image name="i" valueList="$u"/><RectangleLabels name="r" toName="i"><Label value="A"/></RectangleLabels>
</View>`
const item = (id: string, x: number, page = 0) => ({
  id,
  from_name: 'r',
  to_name: 'i',
  type: 'rectanglelabels',
  item_index: page,
  value: { x, y: 10, width: 10, height: 10, rotation: 0, rectanglelabels: ['A'] },
})
const relation = (from_id: string, to_id: string, more: object = {}) => ({ type: 'relation', from_id, to_id, ...more })

/** The boxes of page one, a pixel a percent, with the picture at 100, 100. */
function surface(ed: EditorHarness) {
  return {
    tools: [],
    cancel: () => false,
    reveal: () => undefined,
    frame: () => new DOMRect(100, 100, 100, 100),
    anchor: (id: string) => {
      const region = ed.annotation.region(id)
      if (region?.itemIndex !== 0) return undefined
      return new DOMRect(100 + Number(region.shape.x), 110, 10, 50)
    },
  }
}

async function open(...relations: object[]): Promise<EditorHarness> {
  const result = [item('a', 10), item('b', 60), item('far', 400), item('next', 20, 1), ...relations]
  const ed = await testEditor(CONFIG, { data: { u: ['1', '2'] }, result: result as never })
  ed.editor.surfaces.set('i', surface(ed))
  return ed
}
const arrows = (ed: EditorHarness) => arrowsOf(ed.editor, ed.annotation, { x: 100, y: 100 }, (page) => `page ${page}`)

describe('arrows', () => {
  beforeAll(() => {
    globalThis.DOMRect ??= class {
      constructor(
        readonly left: number,
        readonly top: number,
        readonly width: number,
        readonly height: number,
      ) {}
      get right() {
        return this.left + this.width
      }
      get bottom() {
        return this.top + this.height
      }
    } as never
  })

  it('join the places of their regions, with heads by direction and what they are labelled with', async () => {
    const ed = await open(relation('a', 'b', { direction: 'bi', labels: ['part of'] }))
    expect(arrows(ed)).toMatchObject([
      { text: 'part of', colour: '#228be6', heads: { start: true, end: true }, curve: { end: { x: 57 } } },
    ])
  })

  it('go with what is hidden: either region, or the relation itself', async () => {
    const ed = await open(relation('a', 'b'))
    ed.annotation.session.hidden.add('b')
    expect(arrows(ed)).toEqual([])
    ed.annotation.session.hidden.clear()
    ed.editor.actions.toggleRelationsHidden(ed.annotation.relations.get().map(({ id }) => id))
    expect(arrows(ed)).toEqual([])
  })

  it('end at the border where the region was panned away', async () => {
    const ed = await open(relation('a', 'far'))
    expect(arrows(ed)[0]?.curve.end.x).toBeCloseTo(97)
  })

  it('point over the border to a region of another page, and say which', async () => {
    const ed = await open(relation('a', 'next'), relation('next', 'b'))
    expect(arrows(ed)).toMatchObject([{ text: 'page 2', curve: { end: { x: 93 } } }, { text: 'page 2' }])
  })

  it('are none where an end stands nowhere', async () => {
    const ed = await open(relation('a', 'b'))
    ed.editor.surfaces.clear()
    expect(arrows(ed)).toEqual([])
  })
})
