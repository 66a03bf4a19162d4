/**
 * Everything that looks wrong in a config, at once and with its place. Errors are what `validate` refuses; the rest are
 * warnings, since configs that work in Label Studio must work here.
 */

import { type AttributeSpec, type TagName, type TagSpec, tags } from '../../spec.gen'
import { normaliseKey } from '../hotkeys'
import { parseNumber, splitList } from './attributes'
import { closest } from './closest'
import { ancestors, attribute, type Element, elementsOf, placeOf } from './elements'
import { inPlace, type Problem } from './problems'
import { refusals } from './refusals'
import { scan } from './scan'
import { attributeNamed, specNamed } from './tree'
import { XmlError } from './xml'

/** Common on tags that make no use of them, in Label Studio's own templates too: not worth a remark. */
const HARMLESS: Readonly<Record<string, readonly string[] | 'anywhere'>> = {
  style: 'anywhere',
  className: 'anywhere',
  name: 'anywhere',
  zoom: ['Labels'],
  hotkey: ['Labels'],
}

/** All problems of a config in the order of the text, broken XML too. */
export function check(xml: string): Problem[] {
  try {
    return checkElements(elementsOf(xml))
  } catch (error) {
    if (error instanceof XmlError) return scan(xml, error)
    throw error
  }
}

function checkElements(elements: readonly Element[]): Problem[] {
  const errors = [...refusals(elements)]
  const places = new Set(errors.map(place))
  const warnings = elements.flatMap((element) => [...warningsOf(element)]).filter((one) => !places.has(place(one)))
  return inPlace([...errors, ...warnings, ...referenceWarnings(elements), ...keyWarnings(elements)])
}

const place = ({ line, column, tag }: Problem): string => `${line}:${column}:${tag}`

function* warningsOf(element: Element): Iterable<Problem> {
  if (isInMarkup(element)) return // HTML, not tags.
  const known = specNamed(element.tag)
  if (!known) {
    const guess = meantTag(element)
    const hint = guess === undefined ? '; what is in it is shown all the same.' : `; did you mean <${guess}>?`
    yield warning(element, 'unknown-tag', `Unknown tag <${element.tag}>${hint}`, guess)
    return
  }
  const { name: tag, spec } = known
  if (element.tag !== tag && !spec.aliases?.includes(element.tag)) {
    yield warning(element, 'spelling', `Write <${tag}> in place of <${element.tag}>.`, tag)
  }
  if (spec.parents && element.parent && !isWellPlaced(element, spec.parents)) {
    const places = spec.parents
      .slice(0, 4)
      .map((parent) => `<${parent}>`)
      .join(' or ')
    yield warning(element, 'wrong-parent', `<${tag}> has no effect here; it belongs in ${places}.`)
  }
  for (const [written, { value }] of element.attributes) yield* attributeWarnings(element, tag, spec, written, value)
  for (const [name, wanted] of Object.entries(spec.attributes)) {
    if (!wanted.required || wanted.type === 'ref' || wanted.type === 'refs') continue
    if (attribute(element, name) !== undefined || isNeedless(element, spec, name)) continue
    yield warning(element, 'missing-attribute', `<${tag}> needs the attribute ${name}.`)
  }
  if (isTrue(attribute(element, 'perRegion')) && isTrue(attribute(element, 'perItem'))) {
    const message = 'perRegion and perItem exclude one another; perRegion counts.'
    yield warning(element, 'both-scopes', message, undefined, 'perItem')
  }
}

/** The tag most like it, rather one that belongs where it stands. */
function meantTag(element: Element): string | undefined {
  const around = element.parent && specNamed(element.parent.tag)
  const fitting = around?.spec.children?.filter((name) => name !== '*') ?? []
  return closest(element.tag, fitting) ?? closest(element.tag, Object.keys(tags))
}

function* attributeWarnings(
  element: Element,
  tag: TagName,
  spec: TagSpec,
  written: string,
  value: string,
): Iterable<Problem> {
  const known = attributeNamed(spec, written)
  if (!known) {
    const harmless = Object.hasOwn(HARMLESS, written) ? HARMLESS[written] : undefined
    if (harmless === 'anywhere' || harmless?.includes(tag)) return
    const guess = closest(written, Object.keys(spec.attributes))
    const hint = guess === undefined ? '.' : `; did you mean ${guess}?`
    yield warning(element, 'unknown-attribute', `<${tag}> has no attribute ${written}${hint}`, guess, written)
    return
  }
  const { name } = known
  if (name !== written) yield warning(element, 'spelling', `Write ${name} in place of ${written}.`, name, written)
  if (known.spec.variable && value.startsWith('$')) return
  const wrong = wrongValue(known.spec, value)
  if (wrong) yield warning(element, 'bad-value', `${name}="${value}" ${wrong.message}`, wrong.guess, written)
}

interface WrongValue {
  readonly message: string
  readonly guess?: string | undefined
}

function wrongValue(spec: AttributeSpec, value: string): WrongValue | undefined {
  switch (spec.type) {
    case 'int':
    case 'float':
      return wrongNumber(spec, value)
    case 'bool':
      if (value === 'true' || value === 'false') return undefined
      return { message: 'is neither true nor false.', guess: closest(value, ['true', 'false']) }
    case 'enum':
      if (value === '' || spec.values?.includes(value)) return undefined
      return { message: `is none of ${spec.values?.join(', ')}.`, guess: closest(value, spec.values ?? []) }
    case 'colour':
      return COLOUR.test(value.trim()) ? undefined : { message: 'is no colour.' }
    default:
      return undefined
  }
}

const COLOUR = /^(?:#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|[a-zA-Z]+|(rgb|hsl)a?\([^)]*\)|)$/

function wrongNumber(spec: AttributeSpec, value: string): WrongValue | undefined {
  const trimmed = value.trim()
  if (trimmed === '' || trimmed === 'none') return undefined
  const number = parseNumber(value)
  if (number === undefined) return { message: 'is not a number.' }
  if (spec.type === 'int' && !Number.isInteger(number)) return { message: 'is not a whole number.' }
  if (spec.min !== undefined && number < spec.min) {
    return { message: `is too small; the least is ${spec.min}.`, guess: String(spec.min) }
  }
  if (spec.max !== undefined && number > spec.max) {
    return { message: `is too large; the most is ${spec.max}.`, guess: String(spec.max) }
  }
  return undefined
}

function* referenceWarnings(elements: readonly Element[]): Iterable<Problem> {
  const byName = new Map<string, Element>()
  for (const element of elements) {
    const name = attribute(element, 'name')
    if (name) byName.set(name, element)
  }
  const objects = [...byName].flatMap(([name, element]) =>
    specNamed(element.tag)?.spec.kind === 'object' ? [name] : [],
  )
  for (const element of elements) {
    const known = specNamed(element.tag)
    if (!known) continue
    yield* conditionWarnings(element, byName)
    if (known.spec.kind === 'control' && lacksTarget(element, known.spec)) {
      const message = `<${known.name}> has no toName, so the server does not see it as a control.`
      yield warning(element, 'missing-target', message, objects.length === 1 ? `toName="${objects[0]}"` : undefined)
    }
    yield* targetWarnings(element, known.name, known.spec, byName)
  }
}

function* conditionWarnings(element: Element, byName: ReadonlyMap<string, Element>): Iterable<Problem> {
  for (const asked of splitList(attribute(element, 'whenTagName') ?? '')) {
    if (byName.has(asked)) continue
    const guess = closest(asked, byName.keys())
    const hint = guess === undefined ? '.' : `; did you mean "${guess}"?`
    yield warning(element, 'unknown-name', `whenTagName="${asked}" names no tag${hint}`, guess, 'whenTagName')
  }
}

function* targetWarnings(
  element: Element,
  tag: TagName,
  spec: TagSpec,
  byName: ReadonlyMap<string, Element>,
): Iterable<Problem> {
  for (const target of splitList(attribute(element, 'toName') ?? '')) {
    const aim = specNamed(byName.get(target)?.tag ?? '')
    if (!aim || !spec.targets || spec.selfReference || spec.targets.includes(aim.spec.aliasOf ?? aim.name)) continue
    const served = spec.targets
      .slice(0, 6)
      .map((name) => `<${name}>`)
      .join(', ')
    const message = `<${tag}> can't label <${aim.name}>; it serves ${served}.`
    yield warning(element, 'wrong-target', message, undefined, 'toName')
  }
}

/** Keys named twice among tags that are on screen together. */
function* keyWarnings(elements: readonly Element[]): Iterable<Problem> {
  const first = new Map<string, Element>()
  for (const element of elements) {
    const written = attribute(element, 'hotkey') ?? ''
    const key = normaliseKey(written)
    if (!specNamed(element.tag)?.spec.attributes.hotkey || key === '' || isConditional(element)) continue
    const other = first.get(key)
    if (!other) first.set(key, element)
    else {
      const message = `The key "${written}" is taken already, in line ${other.line}; it works there alone.`
      yield warning(element, 'duplicate-hotkey', message, undefined, 'hotkey')
    }
  }
}

const isConditional = (element: Element): boolean =>
  [element, ...ancestors(element)].some((one) => attribute(one, 'visibleWhen') !== undefined)

function lacksTarget(element: Element, spec: TagSpec): boolean {
  if (spec.selfReference || !spec.attributes.toName || !attribute(element, 'name')) return false
  return attribute(element, 'toName') === undefined && [...refusals([element])].length === 0
}

/** Whether an attribute may be left out here: content stands for the value, and static mark-up needs no name. */
function isNeedless(element: Element, spec: TagSpec, name: string): boolean {
  const hasContent = spec.content !== undefined && (element.content !== '' || element.children.length > 0)
  if (name === 'value') return hasContent || attribute(element, 'valueList') !== undefined
  return name === 'name' && spec.content === 'markup' && hasContent && attribute(element, 'value') === undefined
}

/** Whether one of the tag's parents is around it; layout tags may stand in between. */
function isWellPlaced(element: Element, parents: readonly TagName[]): boolean {
  for (const ancestor of ancestors(element)) {
    const known = specNamed(ancestor.tag)
    if (!known || parents.includes(known.name)) return true
    if (known.spec.kind !== 'visual') return false
  }
  return false
}

function isInMarkup(element: Element): boolean {
  for (const ancestor of ancestors(element)) if (specNamed(ancestor.tag)?.spec.content === 'markup') return true
  return false
}

const isTrue = (text: string | undefined): boolean => text?.trim().toLowerCase() === 'true'

const warning = (element: Element, code: string, message: string, suggestion?: string, at?: string): Problem => ({
  ...placeOf(element, at),
  tag: element.tag,
  code,
  message,
  severity: 'warning',
  suggestion,
})
