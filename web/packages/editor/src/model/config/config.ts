/**
 * A config described: which objects show what, which controls write what about which object, with which options. This is
 * what the codec, the tools and the panels ask; the tree below it is for drawing.
 */

import { type KindName, kinds, type ProducesSpec, type TagName, tags } from '../../spec.gen'
import type { Json, JsonObject } from '../records'
import { LabelColours } from './colours'
import { resolveData } from './data'
import { expand } from './expand'
import { assignKeys } from './keys'
import { type ConfigNode, isTag, nameOf, parse, specOf, targetsOf, walk } from './tree'

/** A label, a choice, a taxonomy item. */
export interface Option {
  readonly node: ConfigNode
  /** What a person reads. */
  readonly value: string
  /** What results hold: the alias, else the value. */
  readonly stored: string
  /** Stored names from the top option down to this one. */
  readonly path: readonly string[]
  readonly colour: string
  readonly key: string | undefined
  readonly children: readonly Option[]
}

export type Scope = 'global' | 'region' | 'item'

export interface Control {
  readonly node: ConfigNode
  readonly name: string
  readonly tag: TagName
  /** Names of objects, the first being the usual one. */
  readonly targets: readonly string[]
  readonly produces: ProducesSpec
  /** Top-level options. */
  readonly options: readonly Option[]
  /** All options by stored name; of two equal ones the first. */
  readonly byStored: ReadonlyMap<string, Option>
  /** All options by what tells them apart: the stored name, in a tree the whole path. */
  readonly byLabel: ReadonlyMap<string, Option>
  readonly scope: Scope
  /** Whether it says what a region is (a set of labels) rather than something about it. */
  readonly labels: boolean
  /** Options come from task data or a remote source: any stored name is possible. */
  readonly dynamic: boolean
}

export interface ObjectTag {
  readonly node: ConfigNode
  readonly name: string
  readonly tag: TagName
  /** The task data it shows. */
  readonly value: Json | undefined
  /** Pages of a multi-page object; undefined when it has just one thing to show. */
  readonly pages: readonly Json[] | undefined
}

export interface Config {
  readonly root: ConfigNode
  readonly data: JsonObject
  readonly objects: ReadonlyMap<string, ObjectTag>
  readonly controls: ReadonlyMap<string, Control>
  /** Labels that relations may carry; undefined without a Relations tag. */
  readonly relations: { readonly options: readonly Option[]; readonly multiple: boolean } | undefined
  /** Keys by node id, normalised. */
  readonly keys: ReadonlyMap<string, string>
  readonly parents: ReadonlyMap<string, ConfigNode>
}

/** Reads a config for a task. Throws `XmlError` if it is not well-formed; anything else is for `check`. */
export function readConfig(xml: string, data: JsonObject = {}): Config {
  return describe(parse(xml).root, data)
}

export function describe(tree: ConfigNode, data: JsonObject): Config {
  const root = expand(tree, data)
  const keys = assignKeys(root)
  const colours = new LabelColours()
  const objects = new Map<string, ObjectTag>()
  const controls = new Map<string, Control>()
  const parents = new Map<string, ConfigNode>()
  let relations: Config['relations']
  for (const node of walk(root)) {
    for (const child of node.children) parents.set(child.id, node)
    if (isTag(node, 'Relations')) {
      relations = { options: optionsOf(node, colours, keys), multiple: node.attrs.choice === 'multiple' }
    }
    const name = nameOf(node)
    const spec = specOf(node)
    if (name === undefined || !spec || !node.tag) continue
    if (spec.kind === 'object') objects.set(name, objectOf(node, name, node.tag, data))
    if (spec.produces && spec.produces.kind !== 'relation') {
      controls.set(name, controlOf(node, name, node.tag, spec.produces, optionsOf(node, colours, keys)))
    }
  }
  return { root, data, objects, controls, relations, keys, parents }
}

function objectOf(node: ConfigNode, name: string, tag: TagName, data: JsonObject): ObjectTag {
  const { value, valueList } = node.attrs
  const list = typeof valueList === 'string' ? resolveData(valueList, data) : undefined
  const one = typeof value === 'string' ? resolveData(value, data) : undefined
  const pages = Array.isArray(list)
    ? list
    : 'valueList' in (tags[tag].attributes ?? {}) && Array.isArray(one)
      ? one
      : undefined
  return { node, name, tag, value: pages ? pages[0] : one, pages }
}

function controlOf(
  node: ConfigNode,
  name: string,
  tag: TagName,
  produces: ProducesSpec,
  options: readonly Option[],
): Control {
  const byStored = firstBy(options, ({ stored }) => stored)
  const targets = targetsOf(node)
  const source = [node.attrs.value, node.attrs.apiUrl]
  return {
    node,
    name,
    tag,
    targets: produces.toSelf && targets.length === 0 ? [name] : targets,
    produces,
    options,
    byStored,
    byLabel: isTree({ produces }) ? firstBy(options, ({ path }) => keyOfPath(path)) : byStored,
    scope: node.attrs.perRegion === true ? 'region' : node.attrs.perItem === true ? 'item' : 'global',
    labels: tags[tag].children?.includes('Label') === true || node.attrs.labeling === true,
    dynamic: source.some((one) => typeof one === 'string' && one !== '' && tags[tag].children !== undefined),
  }
}

/** Whether its options are a tree, and answers paths in it. */
export const isTree = ({ produces }: Pick<Control, 'produces'>): boolean => produces.kind === 'taxonomy'

export const keyOfPath = (path: readonly string[]): string => JSON.stringify(path)

function firstBy(options: readonly Option[], keyOf: (option: Option) => string): ReadonlyMap<string, Option> {
  const first = new Map<string, Option>()
  for (const option of flatten(options)) if (!first.has(keyOf(option))) first.set(keyOf(option), option)
  return first
}

/**
 * Kind of the region a control makes on an object: undefined when it makes none there, as a rating does, or a set of
 * plain Labels on an image, where a bare shape makes the region.
 */
export function regionKind(config: Config, control: Control, target: string): KindName | undefined {
  const { kind, regions } = control.produces
  const on = config.objects.get(target)?.tag
  const special = on && regions?.[on]
  if (special) return control.labels ? special : undefined
  return kinds[kind].role === 'region' ? kind : undefined
}

/** The default of the Relation tag: no colour of its own. */
const UNSET = '#fff'

/** The colour that the first of some relation labels gives a relation. */
export function relationColour({ relations }: Config, labels: readonly string[]): string | undefined {
  for (const { stored, node } of flatten(relations?.options ?? [])) {
    const { background } = node.attrs
    if (labels.includes(stored) && typeof background === 'string' && background !== UNSET) return background
  }
  return undefined
}

export function* flatten(options: readonly Option[]): Iterable<Option> {
  for (const option of options) {
    yield option
    yield* flatten(option.children)
  }
}

/** Options below a node, up to the next control; tags between them are only layout. */
function optionsOf(
  node: ConfigNode,
  colours: LabelColours,
  keys: ReadonlyMap<string, string>,
  path: readonly string[] = [],
): Option[] {
  return node.children.flatMap((child): Option[] => {
    if (isTag(child, 'Label') || isTag(child, 'Choice') || isTag(child, 'Relation')) {
      return [optionOf(child, colours, keys, path)]
    }
    return specOf(child)?.kind === 'control' ? [] : optionsOf(child, colours, keys, path)
  })
}

function optionOf(
  node: ConfigNode,
  colours: LabelColours,
  keys: ReadonlyMap<string, string>,
  path: readonly string[],
): Option {
  const { value, alias, background } = node.attrs
  const shown = typeof value === 'string' ? value : ''
  const stored = typeof alias === 'string' && alias !== '' ? alias : shown
  const own = [...path, stored]
  return {
    node,
    value: shown,
    stored,
    path: own,
    colour: colours.of(stored, typeof background === 'string' ? background : undefined),
    key: keys.get(node.id),
    // Follow-up questions may stand inside a Choice: their options are not its children.
    children: optionsOf(node, colours, keys, own),
  }
}
