/** What Choices hold, as the wire has it: stored names, or, nested, paths of them from the top to the leaf. */

import type { Json, Option } from '../../model'

export interface Rules {
  readonly nested: boolean
  readonly multiple: boolean
}

const key = (path: readonly Json[]): string => JSON.stringify(path)

/** What stands for an option among the keys. */
export const keyOf = (option: Option, nested: boolean): string => key(nested ? option.path : [option.stored])

export const pathIn = (key: string): readonly Json[] => JSON.parse(key)

/** The value that holds these keys; none without any. */
export function valueFor(keys: Iterable<string>, rules: Rules): Json | undefined {
  const paths = [...keys].map((one): Json[] => [...pathIn(one)])
  if (paths.length === 0) return undefined
  return rules.nested ? paths : paths.map((path) => path[0] ?? '')
}

/** The paths that are picked, as keys. */
export function pickedKeys(value: Json | undefined): Set<string> {
  const items = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  return new Set(items.map((item) => key(Array.isArray(item) ? item : [item])))
}

function leaves(option: Option): Option[] {
  return option.children.length === 0 ? [option] : option.children.flatMap(leaves)
}

export type Check = 'on' | 'off' | 'partly'

export function checkOf(option: Option, picked: ReadonlySet<string>, rules: Rules): Check {
  if (picked.has(keyOf(option, rules.nested))) return 'on'
  if (!rules.nested || option.children.length === 0) return 'off'
  const below = leaves(option).map((leaf) => picked.has(key(leaf.path)))
  return below.every(Boolean) ? 'on' : below.some(Boolean) ? 'partly' : 'off'
}

/** The value after an option was picked: a parent stands for its leaves; taking back the last answer leaves none. */
export function toggle(option: Option, value: Json | undefined, rules: Rules): Json | undefined {
  const picked = pickedKeys(value)
  const wasOn = checkOf(option, picked, rules) === 'on'
  const targets = (rules.nested && rules.multiple ? leaves(option) : [option]).map((it) => keyOf(it, rules.nested))
  if (!rules.multiple) picked.clear()
  for (const target of targets) {
    if (wasOn) picked.delete(target)
    else picked.add(target)
  }
  if (wasOn) picked.delete(keyOf(option, rules.nested))
  return valueFor(picked, rules)
}
