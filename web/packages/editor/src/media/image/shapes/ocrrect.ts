/** Boxes on pages: rectangles whose lengths are parts of the page, from 0 to 1, instead of percent. */

import type { JsonObject } from '../../../model'
import type { Point, Size } from '../viewport'
import { rect, rectBetween } from './rect'
import { number, type ShapeKind } from './shape'

const LENGTHS = ['x', 'y', 'width', 'height']

const withLengths = (shape: JsonObject, of: (length: number) => number): JsonObject => ({
  ...shape,
  ...Object.fromEntries(LENGTHS.map((key) => [key, of(number(shape, key))])),
})

const inPercent = (shape: JsonObject): JsonObject => withLengths(shape, (part) => part * 100)
const inParts = (shape: JsonObject): JsonObject => withLengths(shape, (percent) => percent / 100)

export const ocrRectBetween = (a: Point, b: Point, page: Size): JsonObject => inParts(rectBetween(a, b, page))

export const ocrrect: ShapeKind = {
  area: rect.area,
  fields: rect.fields.map((field) => (field.unit === '%' ? { ...field, whole: 1 } : field)),
  bounds: (shape, page) => rect.bounds(inPercent(shape), page),
  trace: (path, shape, page, scale) => rect.trace(path, inPercent(shape), page, scale),
  hit: (shape, page, at, slack) => rect.hit(inPercent(shape), page, at, slack),
  handles: (shape, page, options) => rect.handles(inPercent(shape), page, options),
  dragHandle: (drag) => inParts(rect.dragHandle({ ...drag, from: inPercent(drag.from) })),
  move: (shape, page, by) => inParts(rect.move(inPercent(shape), page, by)),
  transform: (shape, page, by) => inParts(rect.transform?.(inPercent(shape), page, by) ?? inPercent(shape)),
  outline: (shape, page) => rect.outline?.(inPercent(shape), page),
}
