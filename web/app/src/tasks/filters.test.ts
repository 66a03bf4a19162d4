import type { FilterColumn, FilterItem, FilterLanguage, Filters } from '@labelwright/api'
import { describe, expect, it } from 'vitest'
import {
  columnsFor,
  completed,
  countFilters,
  newFilter,
  operatorsFor,
  replaced,
  withOperator,
  withTarget,
} from './filters.ts'
import { distanceIn, shownValue, typedValue, withZone } from './filterText.ts'

const number: FilterColumn = {
  filter: 'filter:tasks:total_annotations',
  id: 'total_annotations',
  title: 'Annotations',
  type: 'Number',
  target: 'tasks',
}
const field: FilterColumn = { ...number, filter: 'filter:tasks:data.rank', id: 'data.rank', type: 'String' }
const author: FilterColumn = { ...number, filter: 'filter:annotations:lead_time', target: 'annotations' }
const label: FilterColumn = {
  ...number,
  filter: 'filter:results:label',
  type: 'List',
  target: 'results',
  schema: { items: ['A', 'B'], multiple: true },
}
const language: FilterLanguage = {
  columns: [number, field, author, label],
  operators: [
    { id: 'contains', takes: 'one', types: ['String', 'List'] },
    { id: 'equal', takes: 'one', types: ['String', 'Number', 'Boolean'] },
    { id: 'less', takes: 'one', types: ['Number'] },
    { id: 'in', takes: 'range', types: ['Number'] },
    { id: 'in_list', takes: 'many', types: ['String', 'Number'] },
    { id: 'empty', takes: 'boolean', types: ['String', 'Number', 'List'] },
  ],
  targets: { tasks: ['annotations', 'predictions'], annotations: ['results'], predictions: ['results'], results: [] },
}
const operator = (id: string) => {
  const found = language.operators.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const some = (value: FilterItem['value']): FilterItem => ({ ...newFilter(language, number), value })
const all = (...items: Filters['items']): Filters => ({ conjunction: 'and', items })

describe('a condition', () => {
  it('compares at first in the way that is usual for its column', () => {
    expect(newFilter(language, number)).toEqual({
      filter: 'filter:tasks:total_annotations',
      operator: 'equal',
      type: 'Number',
      value: '',
    })
  })

  it('on a field of the data is about text, and about numbers with what only numbers can be asked', () => {
    const ids = operatorsFor(language, field).map(({ id }) => id)
    expect(ids).toEqual(['contains', 'equal', 'in_list', 'empty', 'less', 'in'])
    const item = { ...newFilter(language, field), value: 'x' }
    expect(withOperator(item, operator('equal'), field)).toMatchObject({ type: 'String', value: 'x' })
    expect(withOperator(item, operator('less'), field)).toMatchObject({ type: 'Number', value: '' })
  })

  it('keeps its value when the next operator can use it', () => {
    expect(withOperator(some(3), operator('less'), number)).toMatchObject({ operator: 'less', value: 3 })
    expect(withOperator(some(3), operator('in'), number)).toMatchObject({ value: { min: '', max: '' } })
    expect(withOperator(some(3), operator('in_list'), number)).toMatchObject({ value: [] })
    expect(withOperator(some(3), operator('empty'), number)).toMatchObject({ value: true })
  })

  it('on labels names several', () => {
    expect(newFilter(language, label)).toMatchObject({ operator: 'contains', type: 'List', value: [] })
  })
})

describe('a group', () => {
  it('asks only what is written to its end, and keeps what it is about', () => {
    const range = { ...some({ min: 1, max: '' }), operator: 'in' as const }
    const inner: Filters = { ...all(some(2), some('')), target: 'annotations', at_most: 0 }
    expect(completed(all(some(''), range, some(0), all(some('')), inner))).toEqual(
      all(some(0), { ...all(some(2)), target: 'annotations', at_most: 0 }),
    )
  })

  it('keeps conditions that were joined to one', () => {
    const joined = { ...some(1), child_filter: some(2) }
    expect(completed(all(joined))).toEqual(all(joined))
    expect(completed(all({ ...some(1), child_filter: some('') }))).toEqual(all(some(1)))
  })

  it('counts conditions in groups too, and one is replaced or removed by its place', () => {
    const group = all(some(1), all(some(2), some(3)))
    expect(countFilters(group)).toBe(3)
    expect(replaced(group, 0, () => some(9)).items[0]).toEqual(some(9))
    expect(replaced(group, 1, () => undefined)).toEqual(all(some(1)))
  })

  it('names what it is about, and what one of those inside can be asked alone', () => {
    expect(columnsFor(language, 'tasks')).toEqual([number, field, author])
    expect(columnsFor(language, 'annotations')).toEqual([author, label])
    expect(columnsFor(language, 'results')).toEqual([label])
  })

  it('about something else drops what is no longer at hand', () => {
    const group = withTarget(language, { ...all(some(1)), at_least: 2 }, 'annotations')
    expect(group).toEqual({ ...all(newFilter(language, author)), target: 'annotations' })
    expect(withTarget(language, group, 'tasks').target).toBeUndefined()
  })
})

describe('what is typed', () => {
  it('becomes a value of its kind, and nothing while it is no such value', () => {
    expect(typedValue('1.5', 'Number')).toBe(1.5)
    expect(typedValue('', 'Number')).toBe('')
    expect(typedValue('no day', 'Datetime')).toBe('')
    const typed = '2026-03-04T05:06'
    expect(shownValue(typedValue(typed, 'Datetime'), 'Datetime')).toBe(typed)
  })

  it('may be a distance from now, whose days begin where the person is', () => {
    expect(withZone('now-7d', 'Asia/Shanghai')).toBe('now-7d')
    expect(withZone('now/d', 'Asia/Shanghai')).toBe('now/d@Asia/Shanghai')
    expect(distanceIn('now/d@Asia/Shanghai')).toBe('now/d')
    expect(distanceIn('2026-01-01T00:00:00.000Z')).toBeUndefined()
  })
})
