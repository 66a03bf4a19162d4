// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Layer } from './layer'
import type { Viewport } from './viewport'

const PICTURE = { width: 100, height: 100 }
const SCREEN = { width: 200, height: 100 }
const at = (scale: number, x = 50): Viewport => ({ scale, x, y: 50, rotation: 0 })

/** A layer whose painting takes `cost`, in steps of 100, and the views it was painted for. */
function layerOf(cost: () => number) {
  const painted: number[] = []
  const root = document.createElement('div')
  const layer = new Layer(root, PICTURE, function* ({ view }) {
    for (let spent = 0; spent < cost(); spent += 100) yield 100
    painted.push(view.scale)
  })
  layer.resize(SCREEN, 1)
  const shown = () => [...root.children].find((it) => (it as HTMLElement).style.visibility !== 'hidden') as HTMLElement
  return { layer, painted, shown }
}

/** Frames until there is nothing left to draw. */
function settle(layer: Layer, view: Viewport): number {
  for (let frames = 1; ; frames++) if (!layer.advance(view, frames * 16)) return frames
}

const { getContext } = HTMLCanvasElement.prototype
beforeEach(() => {
  const context = { setTransform: () => undefined, clearRect: () => undefined }
  HTMLCanvasElement.prototype.getContext = (() => context) as unknown as typeof getContext
})
afterEach(() => {
  HTMLCanvasElement.prototype.getContext = getContext
})

describe('a layer', () => {
  it('draws little at once, and nothing again while nothing changes', () => {
    const { layer, painted } = layerOf(() => 300)
    expect(layer.advance(at(1), 0)).toBe(false)
    expect(layer.advance(at(1), 16)).toBe(false)
    expect(painted).toEqual([1])
  })

  it('draws much over several frames, and what it shows moves along meanwhile', () => {
    let cost = 0
    const { layer, painted, shown } = layerOf(() => cost)
    layer.advance(at(1), 0)
    cost = 50_000
    expect(layer.advance(at(2, 80), 16)).toBe(true)
    expect(painted).toEqual([1])
    expect(shown().style.transform).toContain('scale(2)')
    expect(settle(layer, at(2, 80))).toBeGreaterThan(5)
    expect(painted).toEqual([1, 2])
    expect(shown().style.transform).toContain('scale(1)')
  })

  it('comes to an end though it is changed in every frame', () => {
    const { layer, painted } = layerOf(() => 5000)
    for (let frame = 0; frame < 40; frame++) {
      layer.invalidate()
      layer.advance(at(1 + frame / 100), frame * 16)
    }
    expect(painted.length).toBeGreaterThan(2)
  })

  it('is drawn at once when the picture is turned', () => {
    const { layer, painted } = layerOf(() => 50_000)
    settle(layer, at(1))
    expect(layer.advance({ ...at(1), rotation: 90 }, 0)).toBe(false)
    expect(painted).toHaveLength(2)
  })
})
