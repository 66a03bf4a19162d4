/** The items of a Taxonomy as a tree to open, search and pick from, wherever they come from. */

import { asText, isObject, type Json, keyOfPath, type Option } from '../../model'

export type Path = readonly string[]

export interface Item {
  /** Stored names from the root to this item: what results hold. */
  readonly path: Path
  readonly key: string
  readonly title: string
  /** Titles from the root to this item. */
  readonly titles: readonly string[]
  readonly hint: string | undefined
  readonly colour: string | undefined
  readonly fixed: boolean
  /** Undefined: there are some, and they have not been fetched. */
  readonly children: readonly Item[] | undefined
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** Siblings with one name are shown once. */
function distinct(items: readonly Item[]): readonly Item[] {
  const seen = new Set<string>()
  return items.filter(({ key }) => !seen.has(key) && seen.add(key))
}

export function fromOptions(options: readonly Option[], above: readonly string[] = []): readonly Item[] {
  return distinct(
    options.map(({ node, path, value, children }): Item => {
      const titles = [...above, value]
      return {
        path,
        key: keyOfPath(path),
        title: value,
        titles,
        hint: text(node.attrs.hint),
        colour: text(node.attrs.color),
        fixed: node.attrs.readonly === true,
        children: fromOptions(children, titles),
      }
    }),
  )
}

/** What the address answers: `{"items": […]}` or the bare list. */
export function fromAnswer(answer: Json, parent?: Item): readonly Item[] {
  const list = isObject(answer) ? answer.items : answer
  if (!Array.isArray(list)) throw new Error('no list of items')
  return distinct(
    list.flatMap((one): Item[] => {
      const fields = isObject(one) ? one : { value: one }
      const title = asText(fields.value)
      if (title === '') return []
      const path = [...(parent?.path ?? []), text(fields.alias) ?? title]
      const item: Item = {
        path,
        key: keyOfPath(path),
        title,
        titles: [...(parent?.titles ?? []), title],
        hint: text(fields.hint),
        colour: text(fields.color),
        fixed: false,
        children: fields.isLeaf === false ? undefined : [],
      }
      const below = fields.children
      return [Array.isArray(below) && below.length > 0 ? { ...item, children: fromAnswer(below, item) } : item]
    }),
  )
}

/** The tree with the children of one item filled in. */
export function withChildren(items: readonly Item[], path: Path, children: readonly Item[]): readonly Item[] {
  return items.map((item) => {
    if (item.path.some((step, index) => step !== path[index])) return item
    if (item.path.length === path.length) return { ...item, children }
    return item.children ? { ...item, children: withChildren(item.children, path, children) } : item
  })
}

/** An item with no more to it than its name. */
export function plainItem(name: string, above: Item | undefined): Item {
  const path = [...(above?.path ?? []), name]
  return {
    path,
    key: keyOfPath(path),
    title: name,
    titles: [...(above?.titles ?? []), name],
    hint: undefined,
    colour: undefined,
    fixed: false,
    children: [],
  }
}

/** The tree with items that people added, each below what it was added to; those that are there already stay as they are. */
export function withAdded(items: readonly Item[], paths: readonly Path[], above?: Item): readonly Item[] {
  const depth = above?.path.length ?? 0
  const below = new Map<string, Path[]>()
  for (const path of paths) {
    const step = path[depth]
    if (step === undefined) continue
    const same = below.get(step) ?? []
    same.push(path)
    below.set(step, same)
  }
  const known = new Set(items.map((item) => item.path[depth]))
  const fresh = [...below.keys()].filter((name) => !known.has(name)).map((name) => plainItem(name, above))
  return [...items, ...fresh].map((item) => {
    const more = below.get(item.path[depth] ?? '')?.filter((path) => path.length > depth + 1) ?? []
    return more.length === 0 ? item : { ...item, children: withAdded(item.children ?? [], more, item) }
  })
}

export function indexed(items: readonly Item[], into = new Map<string, Item>()): ReadonlyMap<string, Item> {
  for (const item of items) {
    into.set(item.key, item)
    indexed(item.children ?? [], into)
  }
  return into
}

export interface Row {
  readonly item: Item
  readonly open: boolean
  /** Whether it fits the search itself; what is above it is shown for its sake. */
  readonly found: boolean
}

/** The rows on show: what is open, or, with a search, what it finds with everything above it. */
export function rowsOf(items: readonly Item[], open: ReadonlySet<string>, search: string): readonly Row[] {
  const rows: Row[] = []
  const wanted = search.trim().toLowerCase()
  const addOpen = (list: readonly Item[]): void => {
    for (const item of list) {
      const isOpen = open.has(item.key)
      rows.push({ item, open: isOpen, found: false })
      if (isOpen) addOpen(item.children ?? [])
    }
  }
  const addFound = (list: readonly Item[]): boolean => {
    const before = rows.length
    for (const item of list) {
      const at = rows.length
      const found = item.title.toLowerCase().includes(wanted)
      rows.push({ item, open: true, found })
      if (addFound(item.children ?? [])) continue
      rows.length = at
      if (!found) continue
      rows.push({ item, open: open.has(item.key), found })
      if (open.has(item.key)) addOpen(item.children ?? [])
    }
    return rows.length > before
  }
  if (wanted === '') addOpen(items)
  else addFound(items)
  return rows
}

export const isLeaf = (item: Item): boolean => item.children?.length === 0
