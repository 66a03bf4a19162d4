/** Which page is on show, as the address says, and how many at a time, as this browser remembers. */

export const SIZES = [1, 5, 10, 25, 50, 100] as const

const KEY = 'pages:repeater'
const PARAMETER = 'view_page'

export function sizeInStorage(): number {
  try {
    const stored = Number(localStorage.getItem(KEY))
    return SIZES.find((size) => size === stored) ?? SIZES[0]
  } catch {
    // No storage, as in a sandboxed frame.
    return SIZES[0]
  }
}

export function storeSize(size: number): void {
  try {
    localStorage.setItem(KEY, String(size))
  } catch {
    // It holds for this task at least.
  }
}

/** From 0, where the address counts from 1. */
export function pageInAddress(): number {
  const page = Number(new URLSearchParams(location.search).get(PARAMETER))
  return Number.isInteger(page) && page > 0 ? page - 1 : 0
}

export function showInAddress(page: number | undefined): void {
  const url = new URL(location.href)
  if (page === undefined) url.searchParams.delete(PARAMETER)
  else url.searchParams.set(PARAMETER, String(page + 1))
  if (url.href !== location.href) history.replaceState(history.state, '', url)
}
