import type { Column, FilterItem, Filters } from '@labelwright/api'
import { expect, it } from 'vitest'
import { completed, countFilters, newFilter, replaced, withOperator } from './filters.ts'
import { shownValue, typedValue } from './filterText.ts'

const number: Column = { id: 'total_annotations', title: 'Annotations', type: 'Number', target: 'tasks' }
const some = (value: FilterItem['value']): FilterItem => ({ ...newFilter(number), value })
const all = (...items: Filters['items']): Filters => ({ conjunction: 'and', items })

it('a new condition compares in the way that is usual for its column', () => {
  expect(newFilter(number)).toEqual({
    filter: 'filter:tasks:total_annotations',
    operator: 'equal',
    type: 'Number',
    value: '',
  })
})

it('a value stays when the next operator can use it, and goes when it cannot', () => {
  expect(withOperator(some(3), 'less')).toMatchObject({ operator: 'less', value: 3 })
  expect(withOperator(some(3), 'in')).toMatchObject({ operator: 'in', value: { min: '', max: '' } })
  expect(withOperator(some(3), 'empty')).toMatchObject({ operator: 'empty', value: true })
})

it('only what is written to its end is asked', () => {
  const range = { ...some({ min: 1, max: '' }), operator: 'in' as const }
  expect(completed(all(some(''), range, some(0), all(some('')), all(some(2))))).toEqual(all(some(0), all(some(2))))
})

it('a condition keeps the one that was joined to it', () => {
  const joined = { ...some(1), child_filter: some(2) }
  expect(completed(all(joined))).toEqual(all(joined))
  expect(completed(all({ ...some(1), child_filter: some('') }))).toEqual(all(some(1)))
})

it('conditions are counted in groups too, and one is replaced or removed by its place', () => {
  const group = all(some(1), all(some(2), some(3)))
  expect(countFilters(group)).toBe(3)
  expect(replaced(group, 0, some(9)).items[0]).toEqual(some(9))
  expect(replaced(group, 1, undefined)).toEqual(all(some(1)))
})

it('what is typed becomes a value of its kind, and nothing while it is no such value', () => {
  expect(typedValue('1.5', 'number')).toBe(1.5)
  expect(typedValue('', 'number')).toBe('')
  expect(typedValue('no day', 'date')).toBe('')
  const typed = '2026-03-04T05:06'
  expect(shownValue(typedValue(typed, 'date'), 'date')).toBe(typed)
})
