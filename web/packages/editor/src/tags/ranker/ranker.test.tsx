// @vitest-environment jsdom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { type JsonObject, parse } from '../../model'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'
import { itemsOf } from '../list/items'
import { columnsOf, moved, readOrder, stepFrom, writeOrder } from './order'

const ranker = (inner: string) => parse(`<Ranker name="r" toName="l">${inner}</Ranker>`).root
const BUCKETS = '<Bucket name="x" title="X"/><Bucket name="y" title="Y"/>'
const IDS = ['1', '2', '3']

describe('a list without items', () => {
  useShownEditors()
  const list = '<List name="l" value="$items"/>'

  it.each([`<View>${list}</View>`, `<View>${list}<Ranker name="r" toName="l"/></View>`])(
    'says so: %s',
    async (config) => {
      for (const items of [undefined, [], 'no list']) {
        const ed = await showEditor(config, { data: items === undefined ? {} : { items } })
        expect(ed.element.textContent).toContain('no items for "l"')
        expect(await ed.submit()).toEqual([])
      }
    },
  )
})

describe('the order of cards', () => {
  it('is one list under the name of the Ranker without buckets', () => {
    const columns = columnsOf(ranker(''), 'r', 'Answers')
    expect(columns.all).toEqual([{ key: 'r', title: 'Answers' }])
    expect(writeOrder(readOrder(undefined, columns, IDS))).toEqual({ r: IDS })
  })

  it('keeps what is in no bucket under an underscore', () => {
    const columns = columnsOf(ranker(BUCKETS), 'r', '')
    expect(writeOrder(readOrder({ x: ['2'] }, columns, IDS))).toEqual({ x: ['2'], y: [], _: ['1', '3'] })
  })

  it('keeps it in the default bucket where there is one', () => {
    const columns = columnsOf(ranker(`${BUCKETS}<Bucket name="z" title="Z" default="true"/>`), 'r', '')
    expect(writeOrder(readOrder({ x: ['2'] }, columns, IDS))).toEqual({ x: ['2'], y: [], z: ['1', '3'] })
  })

  it('has each card once, whatever the value says, and none that the task has not', () => {
    const columns = columnsOf(ranker(BUCKETS), 'r', '')
    const order = readOrder({ x: ['2', '2', 'gone'], y: ['2', 1] }, columns, IDS)
    expect(writeOrder(order)).toEqual({ x: ['2'], y: ['1'], _: ['3'] })
  })

  it('moves by places that count without the card itself', () => {
    const order = new Map([
      ['a', IDS],
      ['b', []],
    ])
    expect(writeOrder(moved(order, '1', { column: 'a', index: 2 }))).toEqual({ a: ['2', '3', '1'], b: [] })
    expect(writeOrder(moved(order, '2', { column: 'b', index: 0 }))).toEqual({ a: ['1', '3'], b: ['2'] })
    expect(stepFrom(order, '3', 0, 1)).toBeUndefined()
    expect(stepFrom(order, '3', 1, 0)).toEqual({ column: 'b', index: 0 })
    expect(stepFrom(order, '3', -1, 0)).toBeUndefined()
  })
})

describe('items of a List', () => {
  it('have ids as text, their place where they have none, and count once', () => {
    expect(
      itemsOf([{ id: 7, title: 'A' }, { body: 'B' }, { id: '7' }, 'C']).map(({ id, title }) => [id, title]),
    ).toEqual([
      ['7', 'A'],
      ['1', ''],
      ['3', 'C'],
    ])
    expect(itemsOf('[{"id": "x"}]')).toHaveLength(1)
    expect(itemsOf('Ada')).toEqual([])
  })
})

const data: JsonObject = {
  l: [
    { id: 1, title: 'One', body: 'first' },
    { id: 2, title: 'Two' },
    { id: 3, title: 'Three' },
  ],
}
const config = (inner = '') =>
  `<View><List name="l" value="$l" title="All"/><Ranker name="r" toName="l">${inner}</Ranker></View>`
const cards = (ed: ShownEditor) => ed.all('[data-card]').map((it) => it.dataset.card)
const card = (ed: ShownEditor, id: string) => ed.find(`[data-card="${id}"]`)

describe('a Ranker on screen', () => {
  useShownEditors()

  it('saves the order as it stands when nobody touched it', async () => {
    const ed = await showEditor(config(), { data })
    expect(await ed.submit()).toMatchObject([
      { from_name: 'r', to_name: 'l', type: 'ranker', value: { ranker: { r: ['1', '2', '3'] } } },
    ])
  })

  it('saves a stored order as it came, though it names less than the task has', async () => {
    const result = [{ id: 'a', from_name: 'r', to_name: 'l', type: 'ranker', value: { ranker: { r: ['3', '1'] } } }]
    const ed = await showEditor(config(), { data, result, annotationId: 1 })
    expect(cards(ed)).toEqual(['3', '1', '2'])
    expect(await ed.submit()).toEqual(result)
  })

  it('moves cards with Alt and arrows, and the focus goes along', async () => {
    const ed = await showEditor(config(BUCKETS), { data })
    card(ed, '1').focus()
    await ed.key(card(ed, '1'), 'ArrowDown', { altKey: true })
    expect(cards(ed)).toEqual(['2', '1', '3'])
    await ed.key(card(ed, '1'), 'ArrowRight', { altKey: true })
    expect(document.activeElement).toBe(card(ed, '1'))
    expect(ed.find('p[aria-live="polite"]').textContent).toBe('One: place 1 of 1 in X')
    expect(await ed.submit()).toMatchObject([{ value: { ranker: { x: ['1'], y: [], _: ['2', '3'] } } }])
  })

  it('walks over cards with arrows alone', async () => {
    const ed = await showEditor(config(), { data })
    card(ed, '1').focus()
    await ed.key(card(ed, '1'), 'ArrowDown')
    expect(document.activeElement).toBe(card(ed, '2'))
    expect(cards(ed)).toEqual(['1', '2', '3'])
  })

  it('moves cards with the pointer, unless Escape takes it back', async () => {
    const ed = await showEditor(config(), { data })
    ed.all('[data-card]').forEach((it, n) => {
      it.getBoundingClientRect = () => ({ top: n * 50, height: 40 }) as DOMRect
    })
    const drag = (y: number) =>
      act(async () => {
        card(ed, '1').dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, button: 0, clientY: 10 }))
        window.dispatchEvent(new MouseEvent('pointermove', { clientY: y }))
      })
    await drag(200)
    await ed.key(document.body, 'Escape')
    await act(async () => void window.dispatchEvent(new MouseEvent('pointerup')))
    expect(cards(ed)).toEqual(['1', '2', '3'])
    await drag(80)
    await act(async () => void window.dispatchEvent(new MouseEvent('pointerup')))
    expect(cards(ed)).toEqual(['2', '1', '3'])
  })

  it('folds cards', async () => {
    const ed = await showEditor(config(), { data })
    await ed.click(ed.named('Fold One'))
    expect(card(ed, '1').textContent).not.toContain('first')
  })

  it('stays as it is for people who only look', async () => {
    const ed = await showEditor(config(), { data, readOnly: true })
    await ed.key(card(ed, '1'), 'ArrowDown', { altKey: true })
    expect(cards(ed)).toEqual(['1', '2', '3'])
  })
})

describe('a List without a Ranker', () => {
  useShownEditors()

  it('shows its cards, with their mark-up made safe', async () => {
    const items = [{ id: 'a', title: 'A', html: '<b>bold</b><img src=x onerror="alert(1)">' }]
    const ed = await showEditor('<View><List name="l" value="$l"/></View>', { data: { l: items } })
    expect(ed.find('.htx-ranker-item.a').querySelector('b')?.textContent).toBe('bold')
    expect(ed.element.innerHTML).not.toContain('onerror')
  })
})
