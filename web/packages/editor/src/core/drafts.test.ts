import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noteUnderway } from '../model'
import { DraftKeeper } from './drafts'
import { type JournalEntry, memoryJournal } from './journal'
import type { DraftInput } from './options'

const item = { id: 'a', type: 'labels' }

function keeper(save?: (draft: DraftInput) => Promise<{ id: number }>) {
  const entries = new Map<string, JournalEntry>()
  let draftId: number | undefined
  const snapshot = vi.fn(() => ({ result: [item], lead_time: 3 }))
  const drafts = new DraftKeeper(
    {
      snapshot,
      draftId: () => draftId,
      stored: (id) => {
        draftId = id
      },
    },
    { journal: memoryJournal(entries), key: '1/new', save },
  )
  return { drafts, entries, snapshot }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a draft', () => {
  it('is in the journal a blink later and on the server five seconds after the first change', async () => {
    const save = vi.fn(async () => ({ id: 9 }))
    const { drafts, entries } = keeper(save)
    drafts.changed()
    await vi.advanceTimersByTimeAsync(50)
    expect(entries.get('1/new')).toMatchObject({ result: [item], leadTime: 3 })
    await vi.advanceTimersByTimeAsync(3_950)
    drafts.changed()
    expect(save).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(drafts.state.get().kind).toBe('saved')
    expect(drafts.unsynced).toBe(false)
  })

  it('is not written into the journal with every step of a gesture', async () => {
    const { drafts, entries, snapshot } = keeper()
    for (let step = 0; step < 100; step++) drafts.changed()
    expect(snapshot).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(50)
    expect(snapshot).toHaveBeenCalledTimes(1)
    expect(entries.has('1/new')).toBe(true)
  })

  it('is journalled at once when the page is left', async () => {
    const { drafts, entries } = keeper()
    drafts.changed()
    await drafts.flush()
    expect(entries.has('1/new')).toBe(true)
  })

  it('waits for parts that are still being written elsewhere, unless the page is left', async () => {
    const save = vi.fn(async () => ({ id: 9 }))
    const { drafts, entries } = keeper(save)
    let write: () => void = () => undefined
    noteUnderway(new Promise<void>((resolve) => (write = resolve)))
    drafts.changed()
    await vi.advanceTimersByTimeAsync(5_000)
    expect([save.mock.calls.length, entries.size]).toEqual([0, 0])
    write()
    await vi.advanceTimersByTimeAsync(0)
    expect(save).toHaveBeenCalledTimes(1)
    noteUnderway(new Promise<void>((resolve) => (write = resolve)))
    drafts.changed()
    await drafts.flush()
    expect(save).toHaveBeenCalledTimes(2)
    write()
  })

  it('leaves the journal only when the server has it', async () => {
    const save = vi.fn().mockRejectedValueOnce(new Error('no route')).mockResolvedValue({ id: 9 })
    const { drafts, entries } = keeper(save)
    drafts.changed()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(drafts.state.get()).toEqual({ kind: 'failed', message: 'no route' })
    expect(entries.has('1/new')).toBe(true)
    expect(drafts.unsynced).toBe(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(drafts.state.get().kind).toBe('saved')
    expect(entries.has('1/new')).toBe(false)
  })

  it('is created once and changed by its id afterwards', async () => {
    const save = vi.fn(async (_: DraftInput) => ({ id: 9 }))
    const { drafts } = keeper(save)
    drafts.changed()
    await drafts.flush()
    drafts.changed()
    await drafts.flush()
    expect(save.mock.calls.map(([draft]) => draft.id)).toEqual([undefined, 9])
  })

  it('is sent again when something changed while it was being sent', async () => {
    let answer: (value: { id: number }) => void = () => undefined
    const save = vi.fn(() => new Promise<{ id: number }>((resolve) => (answer = resolve)))
    const { drafts, entries } = keeper(save)
    drafts.changed()
    void drafts.flush()
    drafts.changed()
    answer({ id: 9 })
    await vi.advanceTimersByTimeAsync(0)
    expect(drafts.state.get().kind).toBe('pending')
    expect(entries.has('1/new')).toBe(true)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(save).toHaveBeenCalledTimes(2)
  })

  it('is tried again at once when the connection is back', async () => {
    const save = vi.fn().mockRejectedValueOnce(new Error('off')).mockResolvedValue({ id: 9 })
    const { drafts } = keeper(save)
    drafts.changed()
    await drafts.flush()
    drafts.retryNow()
    await vi.advanceTimersByTimeAsync(0)
    expect(drafts.state.get().kind).toBe('saved')
  })

  it('is not saved any more once the work is submitted', async () => {
    const save = vi.fn(async () => ({ id: 9 }))
    const { drafts, entries } = keeper(save)
    drafts.changed()
    await drafts.finish()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(save).not.toHaveBeenCalled()
    expect(entries.size).toBe(0)
  })
})
