import { describe, expect, it } from 'vitest'
import { dropAt, type Target } from './drop'

const area = { width: 1200, height: 800 }
const stack = (
  panels: string[],
  edge: Target['edge'],
  x: number,
  y: number,
  width: number,
  height: number,
): Target => ({
  panels,
  edge,
  box: { x, y, width, height },
  bar: { x, y, width, height: 36 },
  tabs: panels.map((_, index) => ({ x: x + index * 80, y, width: 80, height: 36 })),
})
const targets = [
  stack(['regions'], 'right', 900, 0, 300, 400),
  stack(['info', 'relations'], 'right', 900, 400, 300, 400),
  stack(['history'], undefined, 100, 100, 300, 300),
]
const drop = (x: number, y: number, ...dragged: string[]) => dropAt({ at: { x, y }, area, targets, dragged })
const spot = (x: number, y: number, ...dragged: string[]) => drop(x, y, ...dragged)?.spot

describe('a dragged panel', () => {
  it('joins a stack in its middle, and stands beside it near its ends', () => {
    expect(spot(1000, 200, 'history')).toEqual({ at: 'stack', of: 'regions' })
    expect(spot(1000, 60, 'history')).toEqual({ at: 'right', before: 'regions' })
    expect(spot(1000, 390, 'history')).toEqual({ at: 'right', before: 'info' })
    expect(spot(1000, 790, 'history')).toEqual({ at: 'right' })
  })

  it('marks the half it would take', () => {
    expect(drop(1000, 790, 'history')?.hint).toEqual({ x: 900, y: 600, width: 300, height: 200 })
    expect(drop(1000, 60, 'history')?.hint).toEqual({ x: 900, y: 0, width: 300, height: 200 })
  })

  it('goes between tabs, or behind them', () => {
    expect(spot(910, 410, 'history')).toEqual({ at: 'stack', of: 'info', before: 'info' })
    expect(spot(1000, 410, 'history')).toEqual({ at: 'stack', of: 'info', before: 'relations' })
    expect(spot(1190, 410, 'history')).toEqual({ at: 'stack', of: 'info' })
  })

  it('changes places with a tab of its own stack', () => {
    expect(spot(910, 410, 'relations')).toEqual({ at: 'stack', of: 'info', before: 'info' })
    expect(spot(1190, 410, 'info')).toEqual({ at: 'stack', of: 'relations' })
  })

  it('can leave its stack for one of its own beside it', () => {
    expect(spot(1000, 790, 'info')).toEqual({ at: 'right' })
  })

  it('does nothing where it is already', () => {
    expect(drop(1000, 200, 'regions')).toBeUndefined()
    expect(drop(1000, 10, 'regions')).toBeUndefined()
    expect(drop(1000, 600, 'info')).toBeUndefined()
  })

  it('docks near an edge, and floats anywhere else', () => {
    expect(spot(10, 500, 'info')).toEqual({ at: 'left' })
    expect(spot(600, 790, 'info')).toEqual({ at: 'bottom' })
    expect(spot(600, 300, 'info')).toEqual({ at: 'float', box: { x: 552, y: 282, width: 320, height: 360 } })
  })

  it('marks the bottom between the sides', () => {
    expect(drop(600, 790, 'info')?.hint).toEqual({ x: 0, y: 560, width: 900, height: 240 })
  })

  it('meets what floats before what is under it', () => {
    const over = stack(['history'], undefined, 950, 100, 200, 200)
    const found = dropAt({ at: { x: 1000, y: 200 }, area, targets: [...targets.slice(0, 2), over], dragged: ['info'] })
    expect(found?.spot).toEqual({ at: 'stack', of: 'history' })
  })

  it('splits the bottom from side to side', () => {
    const bottom = stack(['search'], 'bottom', 0, 600, 900, 200)
    const at = (x: number) => dropAt({ at: { x, y: 700 }, area, targets: [bottom], dragged: ['info'] })?.spot
    expect(at(50)).toEqual({ at: 'bottom', before: 'search' })
    expect(at(450)).toEqual({ at: 'stack', of: 'search' })
    expect(at(880)).toEqual({ at: 'bottom' })
  })
})
