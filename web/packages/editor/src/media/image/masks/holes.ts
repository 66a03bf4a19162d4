/**
 * The empty areas of a mask: connected by their sides, either open to the border of the picture or enclosed by paint.
 * Found on runs, so that 24 megapixels cost what is painted on them.
 */

import type { Mask, Spans } from './runs'

interface Areas {
  /** Empty stretches, in order. */
  readonly gaps: Spans
  /** Of each stretch, one that stands for its area. */
  readonly areaOf: Uint32Array
  readonly open: ReadonlySet<number>
}

function emptyStretches({ width, height, starts, ends }: Mask): Spans {
  const [from, to]: [number[], number[]] = [[], []]
  let next = 0
  for (let row = 0; row < height; row++) {
    let at = row * width
    const end = at + width
    for (; next < starts.length && (starts[next] as number) < end; next++) {
      if ((starts[next] as number) > at) {
        from.push(at)
        to.push(starts[next] as number)
      }
      at = ends[next] as number
    }
    if (at < end) {
      from.push(at)
      to.push(end)
    }
  }
  return { starts: Uint32Array.from(from), ends: Uint32Array.from(to) }
}

function areasOf(mask: Mask): Areas {
  const { width, height } = mask
  const gaps = emptyStretches(mask)
  const { starts, ends } = gaps
  const parent = Uint32Array.from(starts.keys())
  const find = (index: number): number => {
    let at = index
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  // Both lists of a row and the one above are sorted: walking them side by side meets every pair that touches.
  let above = 0
  for (let i = 0; i < starts.length; i++) {
    const [start, end] = [(starts[i] as number) - width, (ends[i] as number) - width]
    while (above < i && (ends[above] as number) <= start) above += 1
    for (let j = above; j < i && (starts[j] as number) < end; j++) parent[find(j)] = find(i)
  }
  const open = new Set<number>()
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] as number
    const column = start % width
    const row = (start - column) / width
    if (row === 0 || row === height - 1 || column === 0 || column + (ends[i] as number) - start === width) {
      open.add(find(i))
    }
  }
  return { gaps, areaOf: parent.map((_, index) => find(index)), open }
}

function collect({ gaps, areaOf }: Areas, wanted: (area: number) => boolean): Spans {
  const kept = [...areaOf.keys()].filter((index) => wanted(areaOf[index] as number))
  return {
    starts: Uint32Array.from(kept, (index) => gaps.starts[index] as number),
    ends: Uint32Array.from(kept, (index) => gaps.ends[index] as number),
  }
}

/** Everything that paint encloses. */
export function holesIn(mask: Mask): Spans {
  const areas = areasOf(mask)
  return collect(areas, (area) => !areas.open.has(area))
}

/** The enclosed area a point lies in; nothing when it lies on paint, or paint does not enclose it. */
export function holeAt(mask: Mask, x: number, y: number): Spans | undefined {
  if (x < 0 || y < 0 || x >= mask.width || y >= mask.height) return undefined
  const areas = areasOf(mask)
  const index = Math.floor(y) * mask.width + Math.floor(x)
  const { starts, ends } = areas.gaps
  const found = starts.findLastIndex((start) => start <= index)
  const area = areas.areaOf[found]
  if (area === undefined || (ends[found] as number) <= index || areas.open.has(area)) return undefined
  return collect(areas, (it) => it === area)
}
