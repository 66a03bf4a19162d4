import { expect, it } from 'vitest'
import { EVERYTHING, isSelected, NONE, selectedCount, toggled, withTasks } from './selection.ts'

it('what is left out of everything counts off', () => {
  const selection = toggled(EVERYTHING, 3)
  expect(selection).toEqual({ all: true, excluded: [3] })
  expect(selectedCount(selection, 10)).toBe(9)
})

it('what was chosen can be taken back', () => {
  expect(selectedCount(toggled(toggled(NONE, 3), 3), 10)).toBe(0)
})

it('a range is taken in or out as a whole, each task once', () => {
  expect(withTasks({ all: false, included: [1, 2] }, [2, 3], true)).toEqual({ all: false, included: [1, 2, 3] })
  expect(withTasks({ all: false, included: [1, 2] }, [2, 3], false)).toEqual({ all: false, included: [1] })
  const most = withTasks(EVERYTHING, [5, 6], false)
  expect([isSelected(most, 5), isSelected(most, 7)]).toEqual([false, true])
})
