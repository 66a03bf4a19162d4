/**
 * A label config as a tree of tags, typed by the spec. Attribute names are matched without regard to case, and so are
 * tag names; defaults are filled in; unknown tags and attributes stay, since a config written for something newer must
 * still show what is known.
 */

import { type AttributeSpec, type TagAttributes, type TagName, type TagSpec, tags } from '../../spec.gen'
import { type AttributeValue, readAttribute, splitList } from './attributes'
import { type Position, parseXml, type XmlAttribute, type XmlElement } from './xml'

export type Attributes = Readonly<Record<string, AttributeValue | undefined>>

export interface ConfigNode extends Position {
  /** Path from the root (`0.2.1`): unique, and the same for the same config and task. */
  readonly id: string
  /** The tag's name in the spec; undefined for one that the spec does not know. */
  readonly tag: TagName | undefined
  /** As written. */
  readonly tagName: string
  /** Typed values under the spec's spelling, defaults filled in. */
  readonly attrs: Attributes
  /** What was written, in order. */
  readonly given: readonly XmlAttribute[]
  readonly children: readonly ConfigNode[]
  /** Text of an element with text only, or the inner mark-up of a tag that shows mark-up. */
  readonly content: string
}

export type TagNode<T extends TagName> = ConfigNode & { readonly tag: T; readonly attrs: TagAttributes[T] }

export interface ConfigTree {
  readonly root: ConfigNode
  /** The sample task in the first comment that starts with `{`, as text. */
  readonly sample: string | undefined
}

const byLowerCase: ReadonlyMap<string, TagName> = new Map(
  (Object.entries(tags) as [TagName, TagSpec][]).flatMap(([name, spec]) =>
    [name, ...(spec.aliases ?? [])].map((spelling): [string, TagName] => [spelling.toLowerCase(), name]),
  ),
)

/** The spec's name of a tag: aliases and other spellings lead to the tag they stand for. */
export function tagNamed(written: string): TagName | undefined {
  const name = byLowerCase.get(written.toLowerCase())
  return name && (tags[name].aliasOf ?? name)
}

/** A tag by any of its spellings; unlike `tagNamed`, an old name is a tag of its own here. */
export function specNamed(written: string): { readonly name: TagName; readonly spec: TagSpec } | undefined {
  const name = byLowerCase.get(written.toLowerCase())
  return name && { name, spec: tags[name] }
}

export const specOf = (node: ConfigNode): TagSpec | undefined => (node.tag ? tags[node.tag] : undefined)

export const isTag = <T extends TagName>(node: ConfigNode, tag: T): node is TagNode<T> => node.tag === tag

export const nameOf = (node: ConfigNode): string | undefined => text(node.attrs.name)

/** What the config itself says for an attribute, as written; undefined where it leaves it to the default. */
export const givenOf = (node: ConfigNode, name: string): string | undefined =>
  node.given.find((it) => it.name.toLowerCase() === name.toLowerCase())?.value

/** The names in `toName`, whether the tag takes one or several. */
export function targetsOf(node: ConfigNode): readonly string[] {
  const value = node.attrs.toName
  return typeof value === 'string' ? splitList(value) : Array.isArray(value) ? value : []
}

/** Every node of a subtree, in document order. */
export function* walk(node: ConfigNode): Iterable<ConfigNode> {
  yield node
  for (const child of node.children) yield* walk(child)
}

/** Throws `XmlError` if the text is not well-formed. */
export function parse(xml: string): ConfigTree {
  const { root, comments } = parseXml(xml)
  return { root: nodeOf(root, '0'), sample: comments.map((one) => one.trim()).find((one) => one.startsWith('{')) }
}

function nodeOf(element: XmlElement, id: string): ConfigNode {
  const tag = tagNamed(element.name)
  const spec = tag && tags[tag]
  const content = contentOf(element, spec)
  const elements =
    spec?.content === 'markup' ? [] : element.children.flatMap((child) => ('text' in child ? [] : [child]))
  return {
    id,
    tag,
    tagName: element.name,
    attrs: readAttributes(spec, element.attributes, content),
    given: element.attributes,
    children: elements.map((child, index) => nodeOf(child, `${id}.${index}`)),
    content,
    line: element.line,
    column: element.column,
  }
}

/** Attributes of a tag from text, as the spec types them. What the spec does not know stays text. */
export function readAttributes(
  spec: TagSpec | undefined,
  given: readonly { readonly name: string; readonly value: string }[],
  content = '',
): Attributes {
  const attrs: Record<string, AttributeValue | undefined> = {}
  for (const [name, attribute] of Object.entries(spec?.attributes ?? {})) attrs[name] = attribute.default
  for (const { name, value } of given) {
    const known = attributeNamed(spec, name)
    if (!known) attrs[name] = value
    else attrs[known.name] = readAttribute(known.spec, value) ?? attrs[known.name]
  }
  if (spec?.content && spec.attributes.value && attrs.value === undefined && content !== '') attrs.value = content
  return attrs
}

export function attributeNamed(
  spec: TagSpec | undefined,
  written: string,
): { readonly name: string; readonly spec: AttributeSpec } | undefined {
  const exact = spec?.attributes[written]
  if (exact) return { name: written, spec: exact }
  const lower = written.toLowerCase()
  const found = Object.entries(spec?.attributes ?? {}).find(([name]) => name.toLowerCase() === lower)
  return found && { name: found[0], spec: found[1] }
}

function contentOf(element: XmlElement, spec: TagSpec | undefined): string {
  if (spec?.content === 'markup') return unwrapCdata(element.inner.trim())
  return element.children
    .map((child) => ('text' in child ? child.text : ''))
    .join('')
    .trim()
}

const unwrapCdata = (markup: string): string => /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(markup)?.[1] ?? markup

const text = (value: AttributeValue | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
