/**
 * The config for one task: Repeaters unrolled, labels and choices from task data written in as ordinary nodes, names
 * that follow from the rest filled in. After this nobody needs to know where a label came from.
 */

import { type TagName, tags } from '../../spec.gen'
import type { Json, JsonObject } from '../records'
import { asText, isObject, isReference, resolveData, resolveText } from './data'
import { type ConfigNode, isTag, nameOf, readAttributes, specOf, targetsOf, walk } from './tree'

export function expand(root: ConfigNode, data: JsonObject): ConfigNode {
  return fillTargets(unroll(root, data))
}

/** A config with one object needs no `toName`. */
function fillTargets(root: ConfigNode): ConfigNode {
  const objects = [...walk(root)].filter((node) => specOf(node)?.kind === 'object' && nameOf(node))
  const only = objects.length === 1 && objects[0] ? nameOf(objects[0]) : undefined
  if (only === undefined) return root
  const fill = (node: ConfigNode): ConfigNode => {
    const children = node.children.map(fill)
    const spec = specOf(node)
    const lacks = spec?.kind === 'control' && spec.attributes.toName && targetsOf(node).length === 0
    return { ...node, children, attrs: lacks ? { ...node.attrs, toName: only } : node.attrs }
  }
  return fill(root)
}

function unroll(node: ConfigNode, data: JsonObject): ConfigNode {
  if (isTag(node, 'Repeater')) return unrollRepeater(node, data)
  const children = node.children.map((child) => unroll(child, data))
  const expanded = { ...node, children: [...children, ...optionsFromData(node, data)] }
  if (node.attrs.allowEmpty === true) expanded.children.unshift(option(node, 'Label', { value: '' }, 'empty'))
  return isOption(node) ? { ...expanded, attrs: { ...node.attrs, value: optionValue(node, data) } } : expanded
}

const isOption = (node: ConfigNode): boolean => node.tag === 'Label' || node.tag === 'Choice'

/** A label may be a `$field`. One that only looks like it (`$100`) stays as written. */
function optionValue(node: ConfigNode, data: JsonObject): string {
  const written = asText(node.attrs.value as Json | undefined)
  return isReference(written) && resolveData(written, data) === undefined ? written : resolveText(written, data)
}

function unrollRepeater(node: ConfigNode, data: JsonObject): ConfigNode {
  const { on, indexFlag, mode } = node.attrs
  const list = resolveData(String(on ?? ''), data)
  const copies = Array.isArray(list) ? list.length : 0
  const pages = Array.from({ length: copies }, (_, index) => {
    const id = `${node.id}.${index}`
    const copied = node.children.map((child, n) => copyFor(child, String(indexFlag), String(index), `${id}.${n}`))
    return visual(
      node,
      'View',
      id,
      copied.map((child) => unroll(child, data)),
    )
  })
  return visual(node, mode === 'pagination' ? 'PagedView' : 'Repeater', node.id, pages)
}

function visual(at: ConfigNode, tag: TagName, id: string, children: ConfigNode[]): ConfigNode {
  const attrs = readAttributes(tags[tag], [])
  return { id, tag, tagName: tag, attrs, given: [], children, content: '', line: at.line, column: at.column }
}

function copyFor(node: ConfigNode, flag: string, index: string, id: string): ConfigNode {
  const given = node.given.map((one) => ({ ...one, value: one.value.replaceAll(flag, index) }))
  return {
    ...node,
    id,
    given,
    attrs: readAttributes(specOf(node), given, node.content),
    children: node.children.map((child, n) => copyFor(child, flag, index, `${id}.${n}`)),
  }
}

/** Options of a control whose `value` refers to an array: each element's keys are attributes of an option. */
function optionsFromData(node: ConfigNode, data: JsonObject): ConfigNode[] {
  const spec = specOf(node)
  const tag = spec?.children?.find((child) => child === 'Label' || child === 'Choice')
  const { value } = node.attrs
  if (tag === undefined || node.tag === 'Choice' || typeof value !== 'string') return []
  const list = isReference(value) ? resolveData(value, data) : undefined
  return Array.isArray(list) ? list.map((item, index) => option(node, tag, item, `data${index}`)) : []
}

function option(parent: ConfigNode, tag: 'Label' | 'Choice', item: Json, key: string): ConfigNode {
  const fields = isObject(item) ? item : { value: item }
  const id = `${parent.id}.${key}`
  const given = Object.entries(fields)
    .filter(([, value]) => value !== null && typeof value !== 'object')
    .map(([name, value]) => ({ name, value: asText(value), line: parent.line, column: parent.column }))
  const node: ConfigNode = {
    id,
    tag,
    tagName: tag,
    attrs: readAttributes(tags[tag], given),
    given,
    children: [],
    content: '',
    line: parent.line,
    column: parent.column,
  }
  const nested = Array.isArray(fields.children) ? fields.children : []
  return { ...node, children: nested.map((child, index) => option(node, tag, child, String(index))) }
}
