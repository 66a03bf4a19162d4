/** Runs the cases in `spec/cases`, which the server's tests run too: a config and a result mean the same in both. */

import { describe, expect, it } from 'vitest'
import { type ConfigNode, check, parse, readConfig, specOf } from './config'
import { LabelDocument } from './document'
import { offsetsOf } from './geometry/codepoints'
import { type RectShape, rectCorners } from './geometry/shapes'
import { pointToPercent, sizeOf } from './geometry/units'
import { isSystemKey, normaliseKey } from './hotkeys'
import { decodeRle, encodeRle } from './masks/rle'
import type { DocRecord, Json, JsonObject } from './records'
import { encode } from './results/encode'

const files = import.meta.glob<unknown>('../../../../../spec/cases/*/*.json', { eager: true, import: 'default' })

interface Case {
  readonly name: string
}

function casesIn<T extends Case>(folder: string): [string, T][] {
  const found = Object.entries(files).filter(([path]) => path.includes(`/${folder}`))
  return found.flatMap(([path, content]) => {
    const cases = (Array.isArray(content) ? content : [content]) as T[]
    const file = path.slice(path.lastIndexOf('/') + 1)
    return cases.map((one, index): [string, T] => [`${file}: ${one.name ?? index}`, one])
  })
}

interface ConfigCase extends Case {
  readonly config: string
  readonly expect: { readonly tree?: JsonObject; readonly problems?: readonly JsonObject[] }
}

function described(node: ConfigNode): JsonObject {
  return {
    tag: node.tagName,
    attributes: Object.fromEntries(node.given.map(({ name, value }) => [name, value])),
    content: node.content,
    children: specOf(node)?.content === 'markup' ? [] : node.children.map(described),
    at: [node.line, node.column],
  }
}

describe('configs', () => {
  it.each(casesIn<ConfigCase>('configs/'))('%s', (_, { config, expect: expected }) => {
    if (expected.tree) expect(described(parse(config).root)).toMatchObject(expected.tree)
    if (expected.problems) {
      const problems = check(config).map(({ line, column, tag, code, severity, suggestion }) => ({
        ...{ line, column, tag, code, severity },
        ...(suggestion === undefined ? {} : { suggestion }),
      }))
      expect(problems).toEqual(expected.problems)
    }
  })
})

interface KeyCase extends Case {
  readonly written: string
  readonly key: string
  readonly system?: true
}

describe('keys', () => {
  it.each(casesIn<KeyCase>('keys/'))('%s', (_, { written, key, system = false }) => {
    expect(normaliseKey(written)).toBe(key)
    expect(isSystemKey(written)).toBe(system)
  })
})

interface ResultCase extends Case {
  readonly config: string
  readonly data?: JsonObject
  readonly result: Json[]
  readonly expect: Readonly<Partial<Record<'regions' | 'answers' | 'relations' | 'extra' | 'problems', JsonObject[]>>>
}

/** A record as cases write it. */
function told(record: DocRecord): JsonObject {
  const {
    record: _record,
    id,
    raw: _raw,
    loaded: _loaded,
    resultId: _resultId,
    ...rest
  } = record as DocRecord & Record<string, Json>
  if (record.record === 'region') return { id, ...rest } as unknown as JsonObject
  const { origin: _origin, meta: _meta, ...fields } = rest
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as JsonObject
}

describe('results', () => {
  it.each(casesIn<ResultCase>('results/'))('%s', (_, { config, data, result, expect: expected }) => {
    let count = 0
    const newId = (): string => `new-${count++}`
    const read = LabelDocument.decode(readConfig(config, data), result, { newId })
    const records = [...read.document.store.doc.values()]
    const list = (kind: DocRecord['record']): JsonObject[] => records.filter((one) => one.record === kind).map(told)
    expect({
      regions: list('region'),
      answers: list('answer'),
      relations: list('relation'),
      extra: records.flatMap((one) => (one.record === 'extra' ? [result.indexOf(one.raw)] : [])),
      problems: read.problems,
    }).toEqual({ regions: [], answers: [], relations: [], extra: [], problems: [], ...expected })
    expect(JSON.stringify(encode(read.document))).toBe(JSON.stringify(result))
  })
})

interface CornersCase extends Case {
  readonly shape: RectShape
  readonly width: number
  readonly height: number
  readonly corners: readonly (readonly [number, number])[]
}

describe('geometry', () => {
  it.each(casesIn<CornersCase>('geometry/rect-corners.json'))('%s', (_, { shape, width, height, corners }) => {
    const size = sizeOf(width, height)
    const found = rectCorners(shape, size).map((corner) => pointToPercent(corner, size))
    expect(found).toEqual(corners.map(([x, y]) => ({ x: expect.closeTo(x, 5), y: expect.closeTo(y, 5) })))
  })

  it.each(casesIn<Case & { text: string; pairs: [number, number][] }>('geometry/offsets.json'))(
    '%s',
    (_, { text, pairs }) => {
      const offsets = offsetsOf(text)
      expect(pairs.map(([codePoints]) => [codePoints, offsets.toUtf16(codePoints)])).toEqual(pairs)
      expect(pairs.map(([, utf16]) => [offsets.toCodePoints(utf16), utf16])).toEqual(pairs)
    },
  )

  it.each(
    casesIn<Case & { width: number; height: number; alpha: number[]; rle: number[]; decodesOnly?: boolean }>(
      'geometry/rle.json',
    ),
  )('%s', (_, { width, height, alpha, rle, decodesOnly }) => {
    expect([...decodeRle(rle, width * height)]).toEqual(alpha)
    if (!decodesOnly) expect([...encodeRle(Uint8Array.from(alpha))]).toEqual(rle)
  })
})
