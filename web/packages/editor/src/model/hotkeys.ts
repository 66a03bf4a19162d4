/**
 * Keys by name. A key is written `ctrl+shift+z`, alternatives are divided by commas, and a person's own keys win over
 * the server's, which win over these.
 */

export interface KeyBinding {
  readonly key: string
  /** On macOS, where it differs. */
  readonly mac?: string
  /** Bindings of different places may share a key: what is mounted and selected decides. */
  readonly scope: string
}

const anywhere = (key: string, mac?: string): KeyBinding => ({ key, ...(mac ? { mac } : {}), scope: 'editor' })
const within = (scope: string, key: string, mac?: string): KeyBinding => ({ key, ...(mac ? { mac } : {}), scope })

export const keymap: Readonly<Record<string, KeyBinding>> = {
  'annotation:submit': anywhere('ctrl+enter', 'command+enter'),
  'annotation:skip': anywhere('ctrl+space', 'alt+enter'),
  'annotation:undo': anywhere('ctrl+z', 'command+z'),
  'annotation:redo': anywhere('ctrl+shift+z', 'command+shift+z'),
  'annotation:toggle-auto-annotation': anywhere('shift+alt+a'),
  'region:delete': anywhere('backspace'),
  'segment:delete': anywhere('delete'),
  'region:delete-all': anywhere('ctrl+backspace', 'command+backspace'),
  'region:duplicate': anywhere('ctrl+d', 'command+d'),
  'region:relation': anywhere('alt+r'),
  'region:focus': anywhere('enter'),
  'region:visibility': anywhere('alt+h'),
  'region:visibility-all': anywhere('ctrl+h', 'command+h'),
  'region:lock': anywhere('alt+l'),
  'region:meta': anywhere('alt+m'),
  'region:unselect': anywhere('u'),
  'region:exit': anywhere('escape'),
  'region:cycle': anywhere('alt+.'),
  'audio:playpause': within('audio', 'ctrl+p', 'command+p'),
  'audio:back': within('audio', 'ctrl+b', 'command+b'),
  'audio:step-backward': within('audio', 'alt+a'),
  'audio:step-forward': within('audio', 'alt+d'),
  'media:playpause': within('media', 'ctrl+alt+space', 'command+alt+space'),
  'media:step-backward': within('media', 'alt+left'),
  'media:step-forward': within('media', 'alt+right'),
  'video:keyframe-backward': within('video', 'ctrl+alt+left', 'command+alt+left'),
  'video:keyframe-forward': within('video', 'ctrl+alt+right', 'command+alt+right'),
  'video:backward': within('video', 'alt+left'),
  'video:forward': within('video', 'shift+alt+right'),
  'video:hop-backward': within('video-hop', 'shift+alt+left'),
  'video:hop-forward': within('video-hop', 'shift+alt+right'),
  'video:rewind': within('video', 'ctrl+shift+alt+left', 'command+shift+alt+left'),
  'video:fastforward': within('video', 'ctrl+shift+alt+right', 'command+shift+alt+right'),
  'ts:grow-left': within('ts-segment', 'left'),
  'ts:grow-right': within('ts-segment', 'right'),
  'ts:shrink-left': within('ts-segment', 'alt+left'),
  'ts:shrink-right': within('ts-segment', 'alt+right'),
  'ts:grow-left-large': within('ts-segment', 'shift+left'),
  'ts:grow-right-large': within('ts-segment', 'shift+right'),
  'ts:shrink-left-large': within('ts-segment', 'shift+alt+left'),
  'ts:shrink-right-large': within('ts-segment', 'shift+alt+right'),
  'ts:pan-left': within('ts', 'left'),
  'ts:pan-right': within('ts', 'right'),
  'ts:pan-left-large': within('ts', 'shift+left'),
  'ts:pan-right-large': within('ts', 'shift+right'),
  'image:prev': within('image', 'ctrl+left', 'command+left'),
  'image:next': within('image', 'ctrl+right', 'command+right'),
  'repeater:previous-page': within('repeater', 'alt+left'),
  'repeater:next-page': within('repeater', 'alt+right'),
  'phrases:previous-phrase': within('phrases', 'ctrl+up', 'command+up'),
  'phrases:next-phrase': within('phrases', 'ctrl+down', 'command+down'),
  'phrases:previous-region': within('phrases', 'ctrl+right', 'command+right'),
  'phrases:next-region': within('phrases', 'ctrl+left', 'command+left'),
  'phrases:select_all_annotate': within('phrases', 'ctrl+shift+a', 'command+shift+a'),
  'tool:move': within('image', 'v'),
  'tool:pan-image': within('image', 'h'),
  'tool:zoom-in': within('image', 'ctrl+plus', 'command+plus'),
  'tool:zoom-out': within('image', 'ctrl+minus', 'command+minus'),
  'tool:zoom-to-fit': within('image', 'shift+1'),
  'tool:zoom-to-actual': within('image', 'shift+2'),
  'tool:rotate-left': within('image', 'alt+left'),
  'tool:rotate-right': within('image', 'alt+right'),
  'tool:rect': within('image', 'r'),
  'tool:rect-3point': within('image', 'shift+r'),
  'tool:ellipse': within('image', 'o'),
  'tool:polygon': within('image', 'p'),
  'tool:vector': within('vector', 'p'),
  'tool:key-point': within('image', 'k'),
  'tool:brush': within('image', 'b'),
  'tool:eraser': within('image', 'e'),
  'tool:magic-wand': within('image', 'w'),
  'tool:auto-detect': within('image', 'm'),
  'tool:decrease-tool': within('image', '['),
  'tool:increase-tool': within('image', ']'),
  'dm:focus-previous': within('dm', 'shift+up'),
  'dm:focus-next': within('dm', 'shift+down'),
  'dm:open-labeling': within('dm', 'shift+right'),
  'dm:close-labeling': within('dm', 'shift+left'),
}

/** As stored for a person and for the server: `{"region:delete": {"key": "x", "active": true}}`. */
export type CustomKeys = Readonly<
  Record<string, { readonly key?: string | null; readonly mac?: string | null; readonly active?: boolean }>
>

export interface ResolvedKeys {
  readonly mac: boolean
  /** Name → keys, normalised, for this platform. A name without keys was switched off. */
  readonly keys: ReadonlyMap<string, readonly string[]>
  /** Names whose keys somebody has set. */
  readonly changed: ReadonlySet<string>
  readonly conflicts: readonly KeyConflict[]
}

export interface KeyConflict {
  readonly key: string
  readonly scope: string
  readonly names: readonly string[]
}

/** The keys that hold here: later `custom` maps win over earlier ones. */
export function resolveKeys(options: { readonly mac: boolean; readonly custom?: readonly CustomKeys[] }): ResolvedKeys {
  const { mac, custom = [] } = options
  const keys = new Map<string, readonly string[]>()
  for (const [name, binding] of Object.entries(keymap)) keys.set(name, splitKeys((mac && binding.mac) || binding.key))
  for (const [name, own] of custom.flatMap((map) => Object.entries(map))) {
    if (own.active === false || own.key === null) keys.set(name, [])
    else if (own.key || (mac && own.mac)) keys.set(name, splitKeys((mac && own.mac) || own.key || ''))
  }
  const changed = new Set(custom.flatMap((map) => Object.keys(map)))
  return { mac, keys, changed, conflicts: conflictsOf(keys) }
}

const scopeOf = (name: string): string => keymap[name]?.scope ?? 'editor'

/** Whether two actions compete for a key: they act in the same place, or one of them acts everywhere. */
export function compete(one: string, other: string): boolean {
  const [a, b] = [scopeOf(one), scopeOf(other)]
  return one !== other && (a === b || a === 'editor' || b === 'editor')
}

function conflictsOf(keys: ReadonlyMap<string, readonly string[]>): KeyConflict[] {
  const users = new Map<string, { key: string; scope: string; names: string[] }>()
  for (const [name, own] of keys) {
    const scope = scopeOf(name)
    for (const key of own) {
      const entry = users.get(`${scope} ${key}`) ?? { key, scope, names: [] }
      entry.names.push(name)
      users.set(`${scope} ${key}`, entry)
    }
  }
  return [...users.values()].filter((entry) => entry.names.length > 1)
}

/** The browser or the system takes these first, so that no action can be put on them. The server refuses the same. */
const SYSTEM_KEYS: ReadonlySet<string> = new Set([
  'alt+f4',
  'alt+tab',
  'command+l',
  'command+q',
  'command+space',
  'command+tab',
  'command+w',
  'ctrl+alt+backspace',
  'ctrl+alt+delete',
  'ctrl+n',
  'ctrl+t',
  'ctrl+w',
])

export const isSystemKey = (key: string): boolean => SYSTEM_KEYS.has(normaliseKey(key))

/** Alternatives divided by commas; a comma on its own, or after a plus, is a key. */
export const splitKeys = (text: string): string[] =>
  text
    .split(/(?<=[^+,\s])\s*,\s*/)
    .map(normaliseKey)
    .filter((key) => key !== '')

/** The text that `splitKeys` reads as these keys. */
export const joinKeys = (keys: readonly string[]): string => keys.map((key) => key.replace(/,$/, 'comma')).join(', ')

const MODIFIERS = ['ctrl', 'command', 'alt', 'shift'] as const
const NAMES: Readonly<Record<string, string>> = {
  control: 'ctrl',
  cmd: 'command',
  meta: 'command',
  win: 'command',
  option: 'alt',
  esc: 'escape',
  return: 'enter',
  del: 'delete',
  arrowleft: 'left',
  arrowright: 'right',
  arrowup: 'up',
  arrowdown: 'down',
  comma: ',',
  ' ': 'space',
  spacebar: 'space',
  '+': 'plus',
  '=': 'plus',
  '-': 'minus',
}

/** `Shift+Ctrl+Z` and `control + shift + z` are the same key: `ctrl+shift+z`. */
export function normaliseKey(text: string): string {
  const parts = (text === ' ' ? ' ' : text.trim())
    .toLowerCase()
    .split(/(?<!^)(?<!\+)\s*\+\s*/)
    .map((part) => NAMES[part] ?? part)
  const isModifier = (part: string): boolean => (MODIFIERS as readonly string[]).includes(part)
  const modifiers = MODIFIERS.filter((modifier) => parts.includes(modifier))
  return [...modifiers, ...parts.filter((part) => part !== '' && !isModifier(part))].join('+')
}

/** What a `KeyboardEvent` has, without needing a DOM. */
export interface KeyPress {
  readonly key: string
  readonly code?: string
  readonly ctrlKey?: boolean
  readonly metaKey?: boolean
  readonly altKey?: boolean
  readonly shiftKey?: boolean
}

/** The normalised key of a key press. */
export function keyOf(press: KeyPress): string {
  const pressed: string[] = []
  if (press.ctrlKey) pressed.push('ctrl')
  if (press.metaKey) pressed.push('command')
  if (press.altKey) pressed.push('alt')
  if (press.shiftKey) pressed.push('shift')
  const base = baseKey(press)
  return [...pressed, NAMES[base] ?? base].join('+')
}

/** Alt on macOS and Shift turn `key` into another character, other scripts have none of ours: then the place counts. */
function baseKey({ key, code = '', altKey, shiftKey }: KeyPress): string {
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)
  const named = place?.[1]?.toLowerCase() ?? place?.[2]
  const isPlain = key.length === 1 && key >= ' ' && key <= '~'
  if (named !== undefined && key.length === 1 && (!isPlain || altKey || (shiftKey && place?.[2]))) return named
  return key.toLowerCase()
}

const MAC_SYMBOLS: Readonly<Record<string, string>> = {
  ctrl: '⌃',
  command: '⌘',
  alt: '⌥',
  shift: '⇧',
  enter: '↩',
  backspace: '⌫',
  delete: '⌦',
  escape: '⎋',
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  space: '␣',
  plus: '+',
  minus: '-',
}
const PC_NAMES: Readonly<Record<string, string>> = {
  command: 'Win',
  escape: 'Esc',
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  plus: '+',
  minus: '-',
}

/** A normalised key as keyboards of the platform print it. */
export function keyLabel(key: string, mac: boolean): string {
  const parts = key.split('+').map((part) => {
    if (mac) return MAC_SYMBOLS[part] ?? capital(part)
    return PC_NAMES[part] ?? capital(part)
  })
  return parts.join(mac ? '' : '+')
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
