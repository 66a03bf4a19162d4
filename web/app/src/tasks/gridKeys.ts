/** Where the keys are in a grid: row −1 is the head. */
export interface Place {
  row: number
  column: number
}

export interface GridSize {
  rows: number
  columns: number
  /** Rows that a page key goes by. */
  page: number
  hasHead: boolean
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>

/** Where an arrow, Home, End or a page key leads; undefined for other keys. */
export function stepped({ key, ctrlKey, metaKey }: Press, at: Place, size: GridSize): Place | undefined {
  const far = ctrlKey || metaKey
  const first = size.hasHead ? -1 : 0
  const to = (row: number, column: number): Place => ({
    row: Math.max(first, Math.min(size.rows - 1, row)),
    column: Math.max(0, Math.min(size.columns - 1, column)),
  })
  switch (key) {
    case 'ArrowUp':
      return far ? to(0, at.column) : to(at.row - 1, at.column)
    case 'ArrowDown':
      return far ? to(size.rows - 1, at.column) : to(at.row + 1, at.column)
    case 'ArrowLeft':
      return far ? to(at.row, 0) : to(at.row, at.column - 1)
    case 'ArrowRight':
      return far ? to(at.row, size.columns - 1) : to(at.row, at.column + 1)
    case 'PageUp':
      return to(Math.max(0, at.row - size.page), at.column)
    case 'PageDown':
      return to(at.row + size.page, at.column)
    case 'Home':
      return far ? to(0, 0) : to(at.row, 0)
    case 'End':
      return far ? to(size.rows - 1, size.columns - 1) : to(at.row, size.columns - 1)
    default:
      return undefined
  }
}

/** The rows that an extended selection takes along, or gives back, on the way from one to the other. */
export const between = (from: number, to: number): [number, number] => [Math.min(from, to), Math.max(from, to) + 1]
