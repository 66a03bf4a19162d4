import type { Column } from '@labelwright/api'
import { expect, it } from 'vitest'
import { moved, placed, qualified, widthWithin } from './columns.ts'
import { defaultView } from './view.ts'

const columns: Column[] = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id, type: 'Number', target: 'tasks' }))
const view = defaultView(columns)
const names = (shown: ReturnType<typeof placed>) => shown.map(({ name }) => name)

it('columns stand in the order somebody gave them, the others after these, the pinned ones first', () => {
  const own = { ...view, columnOrder: ['d', 'b'], pinned: ['c'] }
  expect(names(placed(columns, own, []))).toEqual(['c', 'd', 'b', 'a'])
  expect(names(placed(columns, own, ['d']))).toEqual(['c', 'b', 'a'])
})

it('a pinned column stays to the right of those pinned before it', () => {
  const own = { ...view, widths: { a: 100 }, pinned: ['a', 'b'] }
  expect(placed(columns, own, []).map(({ stuckAt }) => stuckAt)).toEqual([44, 144, undefined, undefined])
})

it('a width that was set is kept, within reason', () => {
  expect(placed(columns, { ...view, widths: { b: 321 } }, [])[1]?.track).toBe('321px')
  expect([widthWithin(3), widthWithin(99.6), widthWithin(1e9)]).toEqual([60, 100, 1200])
})

it('a column moves past those that are shown, hidden ones aside', () => {
  const shown = ['a', 'c', 'd']
  expect(moved(columns, [], shown, 'a', 1)).toEqual(['b', 'c', 'a', 'd'])
  expect(moved(columns, [], shown, 'd', -2)).toEqual(['d', 'a', 'b', 'c'])
  expect(moved(columns, ['b', 'a'], shown, 'd', 5)).toEqual(['b', 'a'])
})

it('fields of the data are told from columns of the same name', () => {
  expect(qualified({ id: 'id', title: 'id', type: 'String', target: 'tasks', parent: 'data' })).toBe('data.id')
})
