/**
 * Keys of labels and choices: those the config names, then, in document order, the next free one of a fixed sequence.
 */

import { normaliseKey } from '../hotkeys'
import { type ConfigNode, isTag, nameOf, specOf } from './tree'

const SEQUENCE = '1234567890qwetasdfgzxcvbyiopjklnm'
const PLAYER_KEY = 'shift+space'

/** Node id → keys, normalised. A node without a key found none free. */
export function assignKeys(root: ConfigNode): ReadonlyMap<string, string> {
  const assigned = new Map<string, string>()
  const taken = new Set<string>()
  const assign = (node: ConfigNode, key: string): void => {
    assigned.set(node.id, key)
    taken.add(key)
  }
  const nodes = [...reacting(root)]
  for (const node of nodes) {
    const { hotkey } = node.attrs
    if (typeof hotkey === 'string' && hotkey.trim() !== '') assign(node, normaliseKey(hotkey))
  }
  const players = nodes.filter((node) => isTag(node, 'Audio') && !assigned.has(node.id))
  players.forEach((node, index) => {
    assign(node, players.length > 1 ? `${PLAYER_KEY}+${index + 1}` : PLAYER_KEY)
  })
  const free = [...SEQUENCE].filter((key) => !taken.has(key))
  for (const node of nodes) {
    if (assigned.has(node.id) || !takesAutomaticKey(node)) continue
    const key = free.shift()
    if (key !== undefined) assign(node, key)
  }
  return assigned
}

/** Tags with a `hotkey`. The items of a Taxonomy are picked in its drop-down, not by key. */
function* reacting(node: ConfigNode): Iterable<ConfigNode> {
  if (specOf(node)?.attributes.hotkey || takesAutomaticKey(node)) yield node
  if (isTag(node, 'Taxonomy')) return
  for (const child of node.children) yield* reacting(child)
}

const takesAutomaticKey = (node: ConfigNode): boolean =>
  ((isTag(node, 'Label') || isTag(node, 'Choice')) && node.attrs.value !== '') ||
  (isTag(node, 'Rating') && nameOf(node) !== undefined)
