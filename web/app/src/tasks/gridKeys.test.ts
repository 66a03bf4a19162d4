import { expect, it } from 'vitest'
import { between, stepped } from './gridKeys.ts'

const size = { rows: 100, columns: 5, page: 10, hasHead: true }
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false })
const at = { row: 20, column: 2 }

it('arrows go by one, pages by what is seen, and Home and End to the ends', () => {
  expect(stepped(press('ArrowDown'), at, size)).toEqual({ row: 21, column: 2 })
  expect(stepped(press('ArrowLeft'), at, size)).toEqual({ row: 20, column: 1 })
  expect(stepped(press('PageUp'), at, size)).toEqual({ row: 10, column: 2 })
  expect(stepped(press('End'), at, size)).toEqual({ row: 20, column: 4 })
  expect(stepped(press('Home', true), at, size)).toEqual({ row: 0, column: 0 })
  expect(stepped(press('End', true), at, size)).toEqual({ row: 99, column: 4 })
})

it('nothing leads out of the grid, and upwards there is its head', () => {
  expect(stepped(press('ArrowUp'), { row: 0, column: 0 }, size)).toEqual({ row: -1, column: 0 })
  expect(stepped(press('ArrowUp'), { row: 0, column: 0 }, { ...size, hasHead: false })).toEqual({ row: 0, column: 0 })
  expect(stepped(press('PageDown'), { row: 95, column: 0 }, size)).toEqual({ row: 99, column: 0 })
  expect(stepped(press('ArrowRight'), { row: 3, column: 4 }, size)).toEqual({ row: 3, column: 4 })
})

it('other keys mean nothing to it', () => {
  expect(stepped(press('x'), at, size)).toBeUndefined()
})

it('a range is the same from either end', () => {
  expect([between(3, 7), between(7, 3)]).toEqual([
    [3, 8],
    [3, 8],
  ])
})
