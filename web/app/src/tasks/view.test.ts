import type { Column, ViewData } from '@labelwright/api'
import { describe, expect, it } from 'vitest'
import { defaultView, fromViewData, nextOrder, orderOf, type TableView, toQuery, toViewData } from './view.ts'

const columns: Column[] = [
  { id: 'text', title: 'text', type: 'String', target: 'tasks', parent: 'data' },
  { id: 'id', title: 'ID', type: 'Number', target: 'tasks' },
  {
    id: 'created_at',
    title: 'Created at',
    type: 'Datetime',
    target: 'tasks',
    visibility_defaults: { explore: false, labeling: false },
  },
]

const contains = { filter: 'filter:tasks:data.text', operator: 'contains' as const, type: 'String', value: 'x' }

describe('a view of the tasks', () => {
  it('survives being saved and loaded', () => {
    const view: TableView = {
      layout: 'grid',
      filters: { conjunction: 'or', items: [contains, { conjunction: 'and', items: [contains, contains] }] },
      order: ['-data.text', 'id'],
      hidden: ['id'],
      hiddenBeside: ['created_at'],
      widths: { 'data.text': 300 },
      columnOrder: ['id', 'data.text', 'created_at'],
      pinned: ['id'],
      rowHeight: 'high',
      tiles: 6,
    }
    const data = toViewData('Mine', view)
    expect(data.ordering).toEqual(['-tasks:data.text', 'tasks:id'])
    expect(fromViewData(data, columns)).toEqual(view)
  })

  it('is written as Label Studio writes it, with what is ours under one name', () => {
    const { labelwright, ...theirs } = toViewData('Mine', { ...defaultView(columns), widths: { id: 90 } })
    expect(theirs).toEqual({
      title: 'Mine',
      type: 'list',
      target: 'tasks',
      hiddenColumns: { explore: ['tasks:created_at'], labeling: ['tasks:created_at'] },
      columnsWidth: { 'tasks:id': 90 },
      columnsDisplayType: {},
      gridWidth: 4,
      ordering: [],
      filters: { conjunction: 'and', items: [] },
    })
    expect(labelwright).toEqual({ columnOrder: [], pinned: [], rowHeight: 'normal' })
  })

  it('keeps what other clients wrote into it', () => {
    const before: ViewData = {
      title: 'Old',
      type: 'list',
      target: 'tasks',
      columnsDisplayType: { 'tasks:data.x': 'Number' },
      gridFitImagesToWidth: true,
    }
    const { type, ...rest } = toViewData('New', fromViewData(before, columns), before)
    expect(rest).toMatchObject({
      title: 'New',
      columnsDisplayType: { 'tasks:data.x': 'Number' },
      gridFitImagesToWidth: true,
    })
  })

  it('is read whatever stands in it', () => {
    const odd = {
      title: '',
      type: 'list',
      target: 'tasks',
      gridWidth: 99,
      labelwright: { rowHeight: 'huge' },
    } as ViewData
    expect(fromViewData(odd, columns)).toMatchObject({ tiles: 10, rowHeight: 'normal', order: [] })
  })

  it('hides at first what the server hides by default', () => {
    expect(defaultView(columns).hidden).toEqual(['created_at'])
  })

  it('does not ask about a condition that is not complete', () => {
    const filters = { conjunction: 'and' as const, items: [{ ...contains, value: '' }] }
    expect(toQuery({ ...defaultView(columns), filters })).toEqual({})
  })
})

describe('the order', () => {
  it('goes upwards, downwards, and away', () => {
    expect(nextOrder([], 'id')).toEqual(['id'])
    expect(nextOrder(['id'], 'id')).toEqual(['-id'])
    expect(nextOrder(['-id'], 'id')).toEqual([])
    expect(nextOrder(['-id'], 'created_at')).toEqual(['created_at'])
  })

  it('can have further columns, which keep their places', () => {
    expect(nextOrder(['-id'], 'created_at', true)).toEqual(['-id', 'created_at'])
    expect(nextOrder(['id', 'created_at'], 'id', true)).toEqual(['-id', 'created_at'])
    expect(nextOrder(['-id', 'created_at'], 'id', true)).toEqual(['created_at'])
  })

  it('says of each column its place and direction', () => {
    expect(orderOf(['-id', 'created_at'], 'created_at')).toEqual({ place: 2, down: false })
    expect(orderOf(['-id'], 'id')).toEqual({ place: 1, down: true })
    expect(orderOf(['-id'], 'data.id')).toBeUndefined()
  })
})
