import { expect, it } from 'vitest'
import { incompleteness } from './completeness'
import { createRegion } from './edit'
import type { JsonObject } from './records'
import { createModel } from './testing'

const CONFIG = `<View><Image name="img" value="$i"/><Polygon name="poly" toName="img"/>
  <Vector name="path" toName="img" minPoints="3"/></View>`

const ask = (kind: string, control: string, shape: JsonObject) => {
  const { document } = createModel({ config: CONFIG, data: { i: 'a.png' } })
  const region = document.region(createRegion(document, { target: 'img', kind, shape, answers: [{ control }] }))
  return region && incompleteness(document, region)
}
const points = (count: number) => Array.from({ length: count }, (_, index) => [index, index])
const vertices = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index), x: index, y: 1 }))

it('a shape says what it lacks', () => {
  expect(ask('polygon', 'poly', { points: points(2), closed: true })).toEqual({ code: 'few-points', least: 3 })
  expect(ask('polygon', 'poly', { points: points(4), closed: false })).toEqual({ code: 'open' })
  expect(ask('polygon', 'poly', { points: points(3) })).toBeUndefined()
  expect(ask('vector', 'path', { vertices: vertices(2) })).toEqual({ code: 'few-points', least: 3 })
  expect(ask('vector', 'path', { vertices: vertices(3), closed: false })).toBeUndefined()
  expect(ask('rect', 'poly', { x: 1, y: 1, width: 1, height: 1 })).toBeUndefined()
})
