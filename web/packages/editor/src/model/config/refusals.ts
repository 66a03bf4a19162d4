/** What `validate` refuses, in its order: the rules of Label Studio's back end, said to the author of the config. */

import { parseNumber, splitList } from './attributes'
import { closest } from './closest'
import { attribute, type Element, placeOf, writtenName } from './elements'
import type { Problem } from './problems'

const SPEEDS = { least: 0.05, most: 10 } as const

const NAMED_DATA = ['Image', 'Text', 'HyperText']
const NAMED_TARGET = ['TextArea', 'Number']
const OPTION_SETS: Readonly<Record<string, string>> = { Choices: 'Choice', Labels: 'Label' }
const OPTIONS = ['Choice', 'Label']

export function* refusals(elements: readonly Element[]): Iterable<Problem> {
  yield* structure(elements)
  yield* names(elements)
  yield* targets(elements)
  yield* videos(elements)
}

function* structure(elements: readonly Element[]): Iterable<Problem> {
  for (const element of elements) {
    const parent = element.parent?.tag
    if (parent === 'View') yield* inView(element)
    else if (OPTIONS.includes(element.tag) && parent !== undefined && parent in OPTION_SETS) {
      yield* required(element, 'value')
    }
  }
}

function* inView(element: Element): Iterable<Problem> {
  const { tag, attributes } = element
  const set = OPTION_SETS[tag]
  if (OPTIONS.includes(tag)) yield* required(element, 'value')
  else if (NAMED_DATA.includes(tag)) {
    // Static mark-up brings its own content and needs neither.
    const hasData = attributes.has('value') || attributes.has('valueList')
    if (tag !== 'Image' && !hasData && (element.content !== '' || element.children.length > 0)) return
    yield* required(element, 'name')
    if (attributes.has('value') && attributes.has('valueList')) {
      yield refusal(element, 'both-values', `<${tag}> has both value and valueList: keep one.`, 'valueList')
    } else if (!attributes.has('valueList')) yield* required(element, 'value')
  } else if (NAMED_TARGET.includes(tag)) yield* required(element, 'name', 'toName')
  else if (set !== undefined) {
    yield* required(element, 'name', 'toName')
    if (!attributes.has('value') && !element.children.some((child) => child.tag === set || child.tag === 'View')) {
      yield refusal(element, 'no-options', `<${tag}> has no <${set}> and no value to take them from.`)
    }
  }
}

function* required(element: Element, ...wanted: readonly string[]): Iterable<Problem> {
  for (const name of wanted) {
    if (element.attributes.has(name)) continue
    const written = writtenName(element, name)
    if (written) yield refusal(element, 'spelling', `Write ${name} in place of ${written}.`, written, name)
    else yield refusal(element, 'missing-attribute', `<${element.tag}> needs the attribute ${name}.`)
  }
}

function* names(elements: readonly Element[]): Iterable<Problem> {
  const first = new Map<string, Element>()
  for (const element of elements) {
    const name = attribute(element, 'name')
    if (name === undefined) continue
    const other = first.get(name)
    if (other) {
      yield refusal(element, 'duplicate-name', `The name "${name}" is taken already, in line ${other.line}.`, 'name')
    } else first.set(name, element)
  }
}

function* targets(elements: readonly Element[]): Iterable<Problem> {
  const known = [...new Set(elements.flatMap((element) => attribute(element, 'name') ?? []))].sort()
  for (const element of elements) {
    for (const target of splitList(attribute(element, 'toName') ?? '')) {
      if (known.includes(target)) continue
      const own = attribute(element, 'name')
      const guess = closest(
        target,
        known.filter((name) => name !== own),
      )
      const hint = guess === undefined ? '.' : `; did you mean "${guess}"?`
      yield refusal(element, 'unknown-target', `toName="${target}" names no tag${hint}`, 'toName', guess)
    }
  }
}

function* videos(elements: readonly Element[]): Iterable<Problem> {
  for (const element of elements) {
    if (element.tag !== 'Video') continue
    const speeds = new Map<string, number>()
    const head = `Video tag "${attribute(element, 'name') ?? ''}": `
    for (const name of ['defaultPlaybackSpeed', 'minPlaybackSpeed']) {
      const written = attribute(element, name)
      if (written === undefined || written.startsWith('$')) continue
      const speed = parseNumber(written)
      if (speed === undefined) {
        yield refusal(element, 'bad-speed', `${head}${name} must be a number, got "${written}"`, name)
        continue
      }
      if (speed < SPEEDS.least || speed > SPEEDS.most) {
        const range = `${SPEEDS.least} and ${SPEEDS.most}`
        yield refusal(element, 'bad-speed', `${head}${name} must be between ${range}, got ${decimal(speed)}`, name)
      }
      speeds.set(name, speed)
    }
    const usual = speeds.get('defaultPlaybackSpeed')
    const least = speeds.get('minPlaybackSpeed')
    if (usual === undefined || least === undefined || least <= usual) continue
    const text = `minPlaybackSpeed (${decimal(least)}) must not exceed defaultPlaybackSpeed (${decimal(usual)})`
    yield refusal(element, 'bad-speed', head + text, 'minPlaybackSpeed')
  }
}

/** As the server prints numbers that may have decimals. */
const decimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value))

const refusal = (element: Element, code: string, message: string, at?: string, suggestion?: string): Problem => ({
  ...placeOf(element, at),
  tag: element.tag,
  code,
  message,
  severity: 'error',
  suggestion,
})
