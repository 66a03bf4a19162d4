/**
 * Masks as pictures to draw: tiles at a size near that on screen, made when needed and kept while there is room. Zoomed
 * out a mask of 24 megapixels is one small tile; zoomed in only what is on screen is made.
 */

import type { Box } from '../viewport'
import { firstRunAfter, type Mask } from './runs'

/** Side of the largest tile, in its own pixels. */
const SIDE = 1024
/** How many pixels all tiles together may hold. */
const ROOM = 48_000_000

export interface Tile {
  readonly canvas: HTMLCanvasElement
  /** What it covers, in natural pixels. */
  readonly box: Box
}

const made = new WeakMap<Mask, Map<string, Tile>>()
/** In order of last use. */
const kept = new Map<Tile, () => void>()
let held = 0

/** The tiles of a mask that touch `seen`, in one colour, for a scale of screen pixels per natural pixel. */
export function tilesOf(mask: Mask, colour: string, scale: number, seen: Box): Tile[] {
  const { bounds } = mask
  if (!bounds) return []
  const cell = 2 ** Math.max(0, Math.floor(Math.log2(1 / scale)))
  const step = SIDE * cell
  const range = (low: number, high: number, from: number): [number, number] => [
    Math.max(0, Math.floor((low - from) / step)),
    Math.floor((high - 1 - from) / step),
  ]
  const [left, right] = range(Math.max(seen.minX, bounds.minX), Math.min(seen.maxX, bounds.maxX), bounds.minX)
  const [top, bottom] = range(Math.max(seen.minY, bounds.minY), Math.min(seen.maxY, bounds.maxY), bounds.minY)
  const tiles: Tile[] = []
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const minX = bounds.minX + column * step
      const minY = bounds.minY + row * step
      const box = {
        minX,
        minY,
        maxX: Math.min(bounds.maxX, minX + step),
        maxY: Math.min(bounds.maxY, minY + step),
      }
      const tile = tileAt(mask, colour, cell, box)
      if (tile) tiles.push(tile)
    }
  }
  return tiles
}

function tileAt(mask: Mask, colour: string, cell: number, box: Box): Tile | undefined {
  const own = made.get(mask) ?? new Map<string, Tile>()
  made.set(mask, own)
  const key = `${colour}/${cell}/${box.minX}/${box.minY}`
  const tile = own.get(key) ?? makeTile(mask, colour, cell, box)
  if (!tile) return undefined
  if (!own.has(key)) {
    own.set(key, tile)
    held += tile.canvas.width * tile.canvas.height
  }
  kept.delete(tile)
  kept.set(tile, () => own.delete(key))
  makeRoom(tile)
  return tile
}

function makeRoom(except: Tile): void {
  for (const [tile, forget] of kept) {
    if (held <= ROOM || tile === except) return
    forget()
    kept.delete(tile)
    held -= tile.canvas.width * tile.canvas.height
  }
}

function makeTile(mask: Mask, colour: string, cell: number, box: Box): Tile | undefined {
  const width = Math.ceil((box.maxX - box.minX) / cell)
  const height = Math.ceil((box.maxY - box.minY) / cell)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return undefined
  const pixels = new ImageData(width, height)
  const cover = coverage(mask, box, cell, width, height)
  // Alpha is the highest byte of a pixel; colour comes after.
  const words = new Uint32Array(pixels.data.buffer)
  for (let i = 0; i < cover.length; i++) words[i] = ((cover[i] as number) + 0.5) << 24
  context.putImageData(pixels, 0, 0)
  // Any colour CSS knows, without reading it.
  context.globalCompositeOperation = 'source-in'
  context.fillStyle = colour
  context.fillRect(0, 0, width, height)
  return { canvas, box: { ...box, maxX: box.minX + width * cell, maxY: box.minY + height * cell } }
}

/**
 * How much of each cell the mask covers, 0 to 255. Whole cells are written as the steps at both of their ends and summed
 * up afterwards, so that a long run costs no more than a short one.
 */
export function coverage(mask: Mask, box: Box, cell: number, width: number, height: number): Float32Array {
  const cover = new Float32Array(width * height)
  const steps = new Float32Array(width * height)
  const share = 1 / (cell * cell)
  for (let i = firstRunAfter(mask, box.minY * mask.width); i < mask.starts.length; i++) {
    const start = mask.starts[i] as number
    const y = Math.floor(start / mask.width)
    if (y >= box.maxY) break
    const from = Math.max(box.minX, start - y * mask.width) - box.minX
    const to = Math.min(box.maxX, (mask.ends[i] as number) - y * mask.width) - box.minX
    if (from >= to) continue
    const row = Math.floor((y - box.minY) / cell) * width
    const value = (mask.values[i] as number) * share
    const [first, last] = [Math.floor(from / cell), Math.floor((to - 1) / cell)]
    if (first === last) {
      cover[row + first] = (cover[row + first] as number) + (to - from) * value
      continue
    }
    cover[row + first] = (cover[row + first] as number) + ((first + 1) * cell - from) * value
    cover[row + last] = (cover[row + last] as number) + (to - last * cell) * value
    steps[row + first + 1] = (steps[row + first + 1] as number) + cell * value
    steps[row + last] = (steps[row + last] as number) - cell * value
  }
  addUp(cover, steps, width)
  return cover
}

function addUp(cover: Float32Array, steps: Float32Array, width: number): void {
  for (let row = 0; row < cover.length; row += width) {
    let sum = 0
    for (let at = row; at < row + width; at++) {
      sum += steps[at] as number
      cover[at] = (cover[at] as number) + sum
    }
  }
}
