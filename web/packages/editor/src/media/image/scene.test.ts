import { describe, expect, it } from 'vitest'
import { Scene, type SceneItem } from './scene'
import { shapeKind } from './shapes'

const kind = shapeKind('rect')
if (!kind) throw new Error('no rect')
const LOOK = { stroke: '#000000', fill: '#000000', fillOpacity: 0, strokeWidth: 1 }

const item = (id: string, x: number, y: number, side: number, rotation = 0): SceneItem => ({
  id,
  kind,
  shape: { x, y, width: side, height: side, rotation },
  look: LOOK,
  text: '',
  fixed: false,
  rotatable: true,
})

describe('a scene', () => {
  it('finds what is under a point, the smallest first', () => {
    const scene = new Scene({ width: 100, height: 100 })
    scene.replace([item('large', 10, 10, 60), item('small', 20, 20, 10)])
    expect(scene.under({ x: 25, y: 25 }, 0).map((it) => it.id)).toEqual(['small', 'large'])
    expect(scene.under({ x: 90, y: 90 }, 0)).toEqual([])
  })

  it('knows turned boxes by their outline, not their bounds', () => {
    const scene = new Scene({ width: 100, height: 100 })
    scene.replace([item('a', 50, 10, 20, 45)])
    expect(scene.under({ x: 37, y: 12 }, 0)).toEqual([])
    expect(scene.under({ x: 50, y: 24 }, 0)).toHaveLength(1)
  })

  it('follows changes and removals, and keeps drawing order', () => {
    const scene = new Scene({ width: 100, height: 100 })
    scene.replace([item('a', 10, 10, 10), item('b', 12, 12, 10), item('c', 14, 14, 10)])
    scene.put(item('a', 60, 60, 10))
    scene.remove('b')
    expect(scene.in({ minX: 0, minY: 0, maxX: 100, maxY: 100 }).map((it) => it.id)).toEqual(['a', 'c'])
    expect(scene.under({ x: 65, y: 65 }, 0)).toHaveLength(1)
    expect(scene.under({ x: 11, y: 11 }, 0)).toEqual([])
  })
})
