/** What Choices hold, as the wire has it: stored names, or, nested, paths of them from the top to the leaf. */

import type { Json, Option } from '../../model'

export interface Rules {
  readonly nested: boolean
  readonly multiple: boolean
}

const key = (path: readonly Json[]): string => JSON.stringify(path)

/** The paths that are picked, as keys. */
export function pickedKeys(value: Json | undefined): Set<string> {
  const items = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  return new Set(items.map((item) => key(Array.isArray(item) ? item : [item])))
}

const pathOf = (option: Option, rules: Rules): readonly string[] => (rules.nested ? option.path : [option.stored])

function leaves(option: Option): Option[] {
  return option.children.length === 0 ? [option] : option.children.flatMap(leaves)
}

export type Check = 'on' | 'off' | 'partly'

export function checkOf(option: Option, picked: ReadonlySet<string>, rules: Rules): Check {
  if (picked.has(key(pathOf(option, rules)))) return 'on'
  if (!rules.nested || option.children.length === 0) return 'off'
  const below = leaves(option).map((leaf) => picked.has(key(leaf.path)))
  return below.every(Boolean) ? 'on' : below.some(Boolean) ? 'partly' : 'off'
}

/** The value after an option was picked: a parent stands for its leaves; taking back the last answer leaves none. */
export function toggle(option: Option, value: Json | undefined, rules: Rules): Json | undefined {
  const picked = pickedKeys(value)
  const wasOn = checkOf(option, picked, rules) === 'on'
  const targets = (rules.nested && rules.multiple ? leaves(option) : [option]).map((it) => key(pathOf(it, rules)))
  if (!rules.multiple) picked.clear()
  for (const target of targets) {
    if (wasOn) picked.delete(target)
    else picked.add(target)
  }
  if (wasOn) picked.delete(key(pathOf(option, rules)))
  if (picked.size === 0) return undefined
  const paths = [...picked].map((one): Json[] => JSON.parse(one))
  return rules.nested ? paths : paths.map((path) => path[0] ?? '')
}
