/** The way an arrow takes between two boxes. Pure: boxes in, a cubic curve out. */

import type { Box, Point } from '../../model'

export interface Curve {
  readonly start: Point
  /** What bends the curve at its start and at its end. */
  readonly bends: readonly [Point, Point]
  readonly end: Point
}

/** Boxes lower than this lie on a line of text: between them an arrow would strike words out, so it goes above or below. */
const LINE = 34
/** How far to the side of the middle an arrow starts, so that one back does not cover it. */
const LANE = 6
/** Space that an arrow leaves to the box it points at. */
const GAP = 3

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
const middle = (box: Box): Point => ({ x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 })
const isLow = (box: Box): boolean => box.maxY - box.minY < LINE

export function route(from: Box, to: Box): Curve {
  const besides = Math.max(to.minX - from.maxX, from.minX - to.maxX)
  const below = Math.max(to.minY - from.maxY, from.minY - to.maxY)
  if (below < 0 && isLow(from) && isLow(to)) return over(from, to)
  if (besides < 0 && below < 0) return around(from, to)
  const between = isLow(from) && isLow(to)
  return besides >= below && !between ? across(from, to) : down(from, to)
}

/** From the top of one to the top of the other. */
function over(from: Box, to: Box): Curve {
  const [a, b] = [middle(from), middle(to)]
  const lane = b.x >= a.x ? LANE : -LANE
  const start = { x: a.x + Math.min(lane, (from.maxX - from.minX) / 3), y: from.minY }
  const end = { x: b.x - lane, y: to.minY - GAP }
  const rise = clamp(Math.abs(end.x - start.x) * 0.1, 10, 16) + (b.x >= a.x ? 0 : 7)
  const top = Math.min(start.y, end.y) - rise
  return {
    start,
    end,
    bends: [
      { x: start.x, y: top },
      { x: end.x, y: top },
    ],
  }
}

/** Boxes in one another: a bow on their right. */
function around(from: Box, to: Box): Curve {
  const start = { x: from.maxX, y: middle(from).y }
  const end = { x: to.maxX + GAP, y: middle(to).y + (Math.abs(middle(to).y - start.y) < 24 ? 24 : 0) }
  const reach = Math.max(start.x, end.x) + 44
  return {
    start,
    end,
    bends: [
      { x: reach, y: start.y },
      { x: reach, y: end.y },
    ],
  }
}

/** Between the sides that face each other. */
function across(from: Box, to: Box): Curve {
  const right = to.minX >= from.maxX ? 1 : -1
  const start = { x: right > 0 ? from.maxX : from.minX, y: middle(from).y - right * lane(from.maxY - from.minY) }
  const end = { x: right > 0 ? to.minX - GAP : to.maxX + GAP, y: middle(to).y - right * lane(to.maxY - to.minY) }
  const pull = right * clamp(Math.abs(end.x - start.x) / 2, 8, 120)
  return {
    start,
    end,
    bends: [
      { x: start.x + pull, y: start.y },
      { x: end.x - pull, y: end.y },
    ],
  }
}

/** From the bottom of the upper one to the top of the lower one, or back. */
function down(from: Box, to: Box): Curve {
  const way = to.minY >= from.maxY ? 1 : -1
  const start = { x: middle(from).x + way * lane(from.maxX - from.minX), y: way > 0 ? from.maxY : from.minY }
  const end = { x: middle(to).x + way * lane(to.maxX - to.minX), y: way > 0 ? to.minY - GAP : to.maxY + GAP }
  const pull = way * clamp(Math.abs(end.y - start.y) / 2, 8, 120)
  return {
    start,
    end,
    bends: [
      { x: start.x, y: start.y + pull },
      { x: end.x, y: end.y - pull },
    ],
  }
}

const lane = (side: number): number => Math.min(LANE, side / 4)

/** A place on the curve; 0 is its start, 1 its end. */
export function along({ start, bends, end }: Curve, at: number): Point {
  const rest = 1 - at
  const weigh = (key: 'x' | 'y'): number =>
    rest ** 3 * start[key] +
    3 * rest ** 2 * at * bends[0][key] +
    3 * rest * at ** 2 * bends[1][key] +
    at ** 3 * end[key]
  return { x: weigh('x'), y: weigh('y') }
}

/** How far a point is off the curve, seen as a chain of short lines; endless when it is far off its box. */
export function distanceTo(curve: Curve, at: Point, reach: number): number {
  const { start, bends, end } = curve
  const [xs, ys] = [[start, ...bends, end].map(({ x }) => x), [start, ...bends, end].map(({ y }) => y)]
  const misses = (value: number, all: readonly number[]): boolean =>
    value < Math.min(...all) - reach || value > Math.max(...all) + reach
  if (misses(at.x, xs) || misses(at.y, ys)) return Number.POSITIVE_INFINITY
  let least = Number.POSITIVE_INFINITY
  let before = start
  for (let step = 1; step <= LINKS; step++) {
    const next = along(curve, step / LINKS)
    least = Math.min(least, distanceToLine(before, next, at))
    before = next
  }
  return least
}

const LINKS = 20

function distanceToLine(a: Point, b: Point, at: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / length, 0, 1)
  return Math.hypot(at.x - a.x - share * dx, at.y - a.y - share * dy)
}

const HEAD = { length: 9, width: 4.2 }

/** The head of an arrow that comes from `back`, as the data of a path. */
export function head(tip: Point, back: Point): string {
  const distance = Math.hypot(tip.x - back.x, tip.y - back.y) || 1
  const [x, y] = [(tip.x - back.x) / distance, (tip.y - back.y) / distance]
  const foot = { x: tip.x - x * HEAD.length, y: tip.y - y * HEAD.length }
  const [dx, dy] = [-y * HEAD.width, x * HEAD.width]
  return `M${round(tip.x)} ${round(tip.y)}L${round(foot.x + dx)} ${round(foot.y + dy)}L${round(foot.x - dx)} ${round(foot.y - dy)}Z`
}

export function pathOf({ start, bends: [a, b], end }: Curve): string {
  const [from, one, two, to] = [start, a, b, end].map(({ x, y }) => `${round(x)} ${round(y)}`)
  return `M${from}C${one} ${two} ${to}`
}

const round = (value: number): number => Math.round(value * 10) / 10
