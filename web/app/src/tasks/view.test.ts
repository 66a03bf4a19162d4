import type { Column } from '@labelwright/api'
import { describe, expect, it } from 'vitest'
import { selectedCount, toggled } from './selection.ts'
import { defaultView, fromViewData, nextOrder, toQuery, toViewData } from './view.ts'

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

describe('a view of the table', () => {
  it('survives being saved and loaded', () => {
    const view = {
      filters: [{ filter: 'filter:tasks:data.text', operator: 'contains' as const, type: 'String', value: 'x' }],
      conjunction: 'or' as const,
      order: '-data.text',
      hidden: ['id'],
    }
    const data = toViewData('Mine', view)
    expect(data.ordering).toEqual(['-tasks:data.text'])
    expect(fromViewData(data, columns)).toEqual(view)
  })

  it('keeps what other clients wrote into it', () => {
    const before = { title: 'Old', type: 'list' as const, target: 'tasks' as const, gridWidth: 4 }
    expect(toViewData('New', defaultView(columns), before)).toMatchObject({ title: 'New', gridWidth: 4 })
  })

  it('hides at first what the server hides by default', () => {
    expect(defaultView(columns).hidden).toEqual(['created_at'])
  })

  it('does not ask about a condition that is not complete', () => {
    const filters = [{ filter: 'filter:tasks:id', operator: 'equal' as const, type: 'Number', value: '' }]
    expect(toQuery({ ...defaultView(columns), filters })).toEqual({})
  })

  it('orders upwards, downwards, and not at all', () => {
    expect(nextOrder(undefined, 'id')).toBe('id')
    expect(nextOrder('id', 'id')).toBe('-id')
    expect(nextOrder('-id', 'id')).toBeUndefined()
    expect(nextOrder('-id', 'created_at')).toBe('created_at')
  })
})

describe('a selection', () => {
  it('counts what is left out of everything', () => {
    const selection = toggled({ all: true, excluded: [] }, 3)
    expect(selection).toEqual({ all: true, excluded: [3] })
    expect(selectedCount(selection, 10)).toBe(9)
  })

  it('takes back what was chosen', () => {
    const selection = toggled(toggled({ all: false, included: [] }, 3), 3)
    expect(selectedCount(selection, 10)).toBe(0)
  })
})
