import { ApiError, type Column, type View, type ViewData } from '@labelwright/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SAVE_AFTER, TabDrafts, type TabServer } from './tabDrafts.ts'
import { defaultView, fromViewData, type TableView, toViewData } from './view.ts'

const columns: Column[] = [
  { id: 'id', title: 'ID', type: 'Number', target: 'tasks' },
  { id: 'text', title: 'text', type: 'String', target: 'tasks', parent: 'data' },
]
const contains = (value: string) => ({
  filter: 'filter:tasks:data.text',
  operator: 'contains' as const,
  type: 'String',
  value,
})
const some = (...values: string[]) => ({ conjunction: 'and' as const, items: values.map(contains) })

/** One tab on a server, and what one browser knows of it. */
class Shared implements TabServer {
  there: View = { id: 7, data: toViewData('Ours', defaultView(columns)), order: 0, user: 1, project: 1 }
  here: View | undefined = this.there
  sent: ViewData[] = []
  leaving: boolean[] = []
  kept: unknown
  failures: unknown[] = []
  answer: () => Promise<void> = async () => undefined

  known = (tab: number) => (tab === 7 ? this.here : undefined)
  read = (data: ViewData) => fromViewData(data, columns)
  save = async (_: number, data: ViewData, { before, isLeaving }: { before?: ViewData; isLeaving: boolean }) => {
    this.sent.push(data)
    this.leaving.push(isLeaving)
    await this.answer()
    if (before && JSON.stringify(before) !== JSON.stringify(this.there.data)) throw new ApiError(412, {})
    this.there = { ...this.there, data }
    this.here = this.there
  }
  readAgain = async () => {
    this.here = this.there
  }
  keep = (drafts: unknown) => {
    this.kept = drafts
  }
  onFailure = (error: unknown) => this.failures.push(error)

  /** Somebody else has changed the tab. */
  others(change: Partial<TableView>) {
    const data = toViewData('Ours', { ...this.read(this.there.data), ...change }, this.there.data)
    this.there = { ...this.there, data }
  }
  get saved() {
    return this.read(this.there.data)
  }
}

let server: Shared
let drafts: TabDrafts
const tab = () => server.here as View
const settled = () => vi.advanceTimersByTimeAsync(SAVE_AFTER + 1)

beforeEach(() => {
  vi.useFakeTimers()
  server = new Shared()
  drafts = new TabDrafts(server)
})
afterEach(() => vi.useRealTimers())

describe('changes of a tab', () => {
  it('hold both when two come before the next drawing', async () => {
    drafts.change(tab(), ({ pinned }) => ({ pinned: [...pinned, 'id'] }))
    drafts.change(tab(), ({ pinned }) => ({ pinned: [...pinned, 'data.text'] }))
    drafts.change(tab(), { rowHeight: 'high' })
    expect(drafts.viewOf(tab())).toMatchObject({ pinned: ['id', 'data.text'], rowHeight: 'high' })
    await settled()
    expect(server.sent).toHaveLength(1)
    expect(server.saved).toMatchObject({ pinned: ['id', 'data.text'], rowHeight: 'high' })
    expect(drafts.drafts).toEqual({})
  })

  it('keep what is changed while the change before is on its way', async () => {
    let arrive = () => undefined as unknown
    server.answer = () => new Promise((resolve) => (arrive = () => resolve(undefined)))
    drafts.change(tab(), { tiles: 5 })
    await settled()
    drafts.change(tab(), { rowHeight: 'low' })
    server.answer = async () => undefined
    arrive()
    await settled()
    expect(server.saved).toMatchObject({ tiles: 5, rowHeight: 'low' })
    expect(drafts.drafts).toEqual({})
  })

  it('are sent at once when the page goes', () => {
    drafts.change(tab(), { tiles: 6 })
    drafts.leave()
    expect(server.leaving).toEqual([true])
    expect(server.sent[0]?.gridWidth).toBe(6)
  })

  it('outlive a reload on which they could not be sent', async () => {
    server.answer = () => Promise.reject(new Error('offline'))
    drafts.change(tab(), { tiles: 6 })
    await settled()
    expect(drafts.drafts[7]?.state).toBe('failed')
    server.answer = async () => undefined
    const after = new TabDrafts(server, server.kept as TabDrafts['drafts'])
    expect(after.viewOf(tab()).tiles).toBe(6)
    after.look()
    await settled()
    expect(server.saved.tiles).toBe(6)
  })

  it('say once that they are not saved, and are tried again', async () => {
    server.answer = () => Promise.reject(new Error('offline'))
    drafts.change(tab(), { tiles: 6 })
    await settled()
    drafts.look()
    await settled()
    expect(server.failures).toHaveLength(1)
    server.answer = async () => undefined
    await drafts.flush()
    expect(server.saved.tiles).toBe(6)
    expect(drafts.drafts).toEqual({})
  })

  it('keep a condition that is not written to its end, and send nothing for it', async () => {
    drafts.change(tab(), { filters: some('') })
    await settled()
    expect(server.sent).toEqual([])
    expect(drafts.drafts[7]?.state).toBe('unfinished')
    expect(drafts.viewOf(tab()).filters).toEqual(some(''))
    drafts.change(tab(), { filters: some('x', '') })
    await settled()
    expect(server.saved.filters).toEqual(some('x'))
    expect(drafts.viewOf(tab()).filters).toEqual(some('x', ''))
  })
})

describe('a tab that somebody else changes as well', () => {
  it('takes both changes where they are about different things', async () => {
    drafts.change(tab(), { tiles: 6 })
    server.others({ filters: some('x') })
    await settled()
    expect(server.saved).toMatchObject({ tiles: 6, filters: some('x') })
    expect(drafts.drafts).toEqual({})
  })

  it('asks where they are about the same, and writes neither before', async () => {
    drafts.change(tab(), { filters: some('mine') })
    server.others({ filters: some('theirs') })
    await settled()
    expect(drafts.drafts[7]?.state).toBe('clash')
    drafts.change(tab(), { tiles: 6 })
    await settled()
    expect(server.saved).toMatchObject({ filters: some('theirs'), tiles: 4 })
    await drafts.resolve(7, 'mine')
    expect(server.saved).toMatchObject({ filters: some('mine'), tiles: 6 })
    expect(drafts.drafts).toEqual({})
  })

  it('is theirs when one says so', async () => {
    drafts.change(tab(), { filters: some('mine') })
    server.others({ filters: some('theirs') })
    await server.readAgain()
    drafts.look()
    expect(drafts.drafts[7]?.state).toBe('clash')
    await drafts.resolve(7, 'theirs')
    expect(drafts.viewOf(tab()).filters).toEqual(some('theirs'))
    expect(server.saved.filters).toEqual(some('theirs'))
  })

  it('is not asked about where both changed it alike', async () => {
    drafts.change(tab(), { rowHeight: 'high' })
    server.others({ rowHeight: 'high' })
    await settled()
    expect(server.saved.rowHeight).toBe('high')
    expect(drafts.drafts).toEqual({})
  })
})
