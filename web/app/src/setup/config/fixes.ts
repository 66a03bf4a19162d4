import { attributeNamed, closest, tagNamed } from '@labelwright/editor/config'
import { tags } from '@labelwright/editor/spec'
import { t } from '@labelwright/i18n'
import { freeKey } from './keyProblems.ts'
import { freeName, partsOf, targetsFor } from './names.ts'
import type { Problem } from './problems.ts'
import {
  appendChildren,
  attributeOf,
  type Change,
  readSource,
  type SourceElement,
  setAttribute,
  textOf,
} from './source.ts'

/** What can be done about a problem by a click. */
export interface Fix {
  readonly title: string
  readonly changes: readonly Change[]
}

const MOST = 6

interface Place {
  readonly text: string
  readonly problem: Problem
  readonly from: number
  readonly elements: readonly SourceElement[]
  readonly element: SourceElement
  /** The attribute it is about. */
  readonly about: SourceElement['attributes'][number] | undefined
  /** Fields of the project's data. */
  readonly columns: readonly string[]
}

export function fixesFor(text: string, problem: Problem, columns: readonly string[] = []): Fix[] {
  if (!problem.at) return []
  const elements = readSource(text)
  const { from } = problem.at
  if (problem.code === 'xml') return xmlFixes(text, from, problem, elements)
  const element = elements.find((one) => one.open.from <= from && from < one.open.to)
  if (!element) return []
  const about = element.attributes.find((one) => one.from <= from && from <= one.to)
  return (FIXES[problem.code]?.({ text, problem, from, elements, element, about, columns }) ?? []).slice(0, MOST)
}

const replace = (at: { from: number; to: number }, insert: string): Fix => ({
  title: t('config.fix_replace', { text: insert }),
  changes: [{ from: at.from, to: at.to, insert }],
})

const insert = (element: SourceElement, name: string, value: string): Fix => ({
  title: t('config.fix_insert', { text: `${name}="${value}"` }),
  changes: setAttribute(element, name, value),
})

const FIXES: Readonly<Record<string, (place: Place) => Fix[]>> = {
  'unknown-tag': renameTag,
  spelling: (place) => (place.about ? renameAttribute(place) : renameTag(place)),
  'unknown-attribute': (place) => [...renameAttribute(place), ...removeAttribute(place)],
  'both-scopes': removeAttribute,
  'both-values': removeAttribute,
  'bad-value': (place) => [...betterValues(place), ...removeAttribute(place)],
  'bad-speed': removeAttribute,
  'missing-attribute': missing,
  'missing-target': ({ element, elements }) =>
    targetsFor(element.tag, elements).map((name) => insert(element, 'toName', name)),
  'unknown-target': otherTargets,
  'wrong-target': otherTargets,
  'unknown-name': ({ about, problem }) =>
    about && problem.suggestion ? [replace(about.valueAt, problem.suggestion)] : [],
  'duplicate-name': ({ about, elements }) => (about ? [replace(about.valueAt, freeName(about.value, elements))] : []),
  'duplicate-hotkey': otherKey,
  'command-key': otherKey,
  'no-options': ({ text, element }) => {
    const child = element.tag === 'Choices' ? 'Choice' : 'Label'
    const written = `<${child} value="${t('config.new_label')}"/>`
    return [{ title: t('config.fix_insert', { text: written }), changes: appendChildren(text, element, [written]) }]
  },
  'unknown-field': ({ about, problem, columns }) => {
    if (!about || !problem.at) return []
    const guess = closest(about.value.slice(1), columns)
    const fields = guess ? [guess, ...columns.filter((one) => one !== guess)] : columns
    return fields.map((field) => replace(about.valueAt, `$${field}`))
  },
}

function renameTag({ element, problem }: Place): Fix[] {
  const { suggestion } = problem
  if (suggestion === undefined) return []
  const places = element.closeAt ? [element.tagAt, element.closeAt] : [element.tagAt]
  return [
    {
      title: t('config.fix_replace', { text: `<${suggestion}>` }),
      changes: places.map((at) => ({ ...at, insert: suggestion })),
    },
  ]
}

function renameAttribute({ about, problem }: Place): Fix[] {
  return about && problem.suggestion !== undefined ? [replace(about.nameAt, problem.suggestion)] : []
}

function removeAttribute({ element, about }: Place): Fix[] {
  if (!about) return []
  return [
    { title: t('config.fix_remove', { text: about.name }), changes: setAttribute(element, about.name, undefined) },
  ]
}

function betterValues({ element, about, problem }: Place): Fix[] {
  const tag = tagNamed(element.tag)
  const spec = tag && about && attributeNamed(tags[tag], about.name)?.spec
  if (!about || !spec) return []
  const known = spec.values ?? (spec.type === 'bool' ? ['true', 'false'] : [])
  const values = new Set([...(problem.suggestion === undefined ? [] : [problem.suggestion]), ...known])
  return [...values].map((value) => replace(about.valueAt, value))
}

/** Every attribute the tag cannot do without, with a value that makes sense here. */
function missing({ element, elements, columns }: Place): Fix[] {
  const tag = tagNamed(element.tag)
  if (!tag) return []
  const required = Object.entries(tags[tag].attributes)
    .filter(([name, spec]) => (spec.required || name === 'name' || name === 'toName') && !attributeOf(element, name))
    .map(([name]) => name)
  const wanted = required.filter((name) => name !== 'value' || !textOf(element, 'valueList'))
  const value = (name: string): string => {
    if (name === 'name') return freeName(tag.toLowerCase().replace(/labels$/, '') || 'label', elements)
    if (name === 'toName') return targetsFor(tag, elements)[0] ?? ''
    if (name === 'value')
      return tags[tag].kind === 'object' ? `$${columns[0] ?? tag.toLowerCase()}` : t('config.new_label')
    return ''
  }
  return wanted.length > 0
    ? [
        {
          title: t('config.fix_insert', { text: wanted.map((name) => `${name}="${value(name)}"`).join(' ') }),
          changes: insertAll(element, wanted, value),
        },
      ]
    : []
}

function insertAll(element: SourceElement, names: readonly string[], value: (name: string) => string): Change[] {
  const changes = names.flatMap((name) => setAttribute(element, name, value(name)))
  const [first] = changes
  return first ? [{ from: first.from, insert: changes.map((one) => one.insert ?? '').join('') }] : []
}

function otherTargets({ element, elements, problem, from }: Place): Fix[] {
  const part = partsOf(element, 'toName').find((one) => one.from <= from && from <= one.to)
  const own = textOf(element, 'name')
  const names = targetsFor(element.tag, elements).filter((name) => name !== part?.name && name !== own)
  const { suggestion } = problem
  const ordered =
    suggestion && names.includes(suggestion) ? [suggestion, ...names.filter((it) => it !== suggestion)] : names
  return part ? ordered.map((name) => replace(part, name)) : []
}

function otherKey(place: Place): Fix[] {
  const key = freeKey(place.elements)
  return [...(place.about && key ? [replace(place.about.valueAt, key)] : []), ...removeAttribute(place)]
}

/** Mistakes of XML: the checker says what belongs there. */
function xmlFixes(text: string, from: number, { suggestion }: Problem, elements: readonly SourceElement[]): Fix[] {
  if (suggestion === undefined) return []
  const closes = /^<\/([\w:.-]+)>$/.exec(suggestion)?.[1]
  const element = elements.find((one) => one.open.from === from)
  if (closes !== undefined && element) return closings(text, element, suggestion)
  const wrong = closes === undefined ? XML_MISTAKES[suggestion] : /^<\/[^>]*>?/
  const found = (wrong ?? /^[\w:.-]+(?:\s*=\s*[^\s"'<>/]*)?/).exec(text.slice(from))
  if (suggestion === '>' && element) return [at(element.open.to, suggestion)]
  if (suggestion === '-->' || suggestion === ']]>') return [at(text.length, suggestion)]
  return found ? [replace({ from, to: from + found[0].length }, suggestion)] : []
}

const XML_MISTAKES: Readonly<Record<string, RegExp>> = { '&amp;': /^&/, '&lt;': /^</ }

const at = (place: number, written: string): Fix => ({
  title: t('config.fix_insert', { text: written }),
  changes: [{ from: place, insert: written }],
})

/** An element that is never closed: what has nothing inside closes itself. */
function closings(text: string, element: SourceElement, close: string): Fix[] {
  const tag = tagNamed(element.tag)
  const itself: Fix = {
    title: t('config.fix_insert', { text: '/>' }),
    changes: [{ from: text.slice(0, element.open.to - 1).trimEnd().length, to: element.open.to, insert: '/>' }],
  }
  const after: Fix = at(text.slice(0, element.end).trimEnd().length, close)
  const isLeaf = tag !== undefined && tags[tag].children === undefined
  return isLeaf ? [itself, after] : [after, itself]
}
