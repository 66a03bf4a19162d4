// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { beginBeforeLeaving, type Deletion, deleteSoon, deletionWaiting, GRACE, takeBack } from './deletions.ts'

const deletion = () =>
  ({
    project: 1,
    query: { selectedItems: { all: false as const, included: [1] } },
    begin: vi.fn<Deletion['begin']>(),
  }) satisfies Deletion

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('a deletion begins after a while, once', () => {
  const one = deletion()
  deleteSoon(one)
  vi.advanceTimersByTime(GRACE * 1000 - 1)
  expect(one.begin).not.toHaveBeenCalled()
  expect(deletionWaiting()).toBe(one)
  vi.advanceTimersByTime(1)
  expect(one.begin).toHaveBeenCalledExactlyOnceWith(false)
  beginBeforeLeaving()
  expect(takeBack(one)).toBe(false)
  expect(one.begin).toHaveBeenCalledTimes(1)
})

it('one that is taken back never begins', () => {
  const one = deletion()
  deleteSoon(one)
  expect(takeBack(one)).toBe(true)
  vi.advanceTimersByTime(GRACE * 2000)
  beginBeforeLeaving()
  expect(one.begin).not.toHaveBeenCalled()
})

it('who leaves the page has meant it', () => {
  const one = deletion()
  deleteSoon(one)
  beginBeforeLeaving()
  expect(one.begin).toHaveBeenCalledExactlyOnceWith(true)
})

it('another one does not wait for the one before, which can no longer be taken back', () => {
  const [one, other] = [deletion(), deletion()]
  deleteSoon(one)
  deleteSoon(other)
  expect(one.begin).toHaveBeenCalledOnce()
  expect(takeBack(one)).toBe(false)
  expect(takeBack(other)).toBe(true)
})
