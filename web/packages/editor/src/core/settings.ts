/** What a person prefers at this browser, over all tasks. */

import { Atom, OUTLINE_GROUPS, OUTLINE_SORTS, type OutlineGroup, type OutlineSort } from '../model'
import { type Layout, NO_LAYOUT, readLayout } from './layout'

export interface Settings {
  /** Label and tool keys work. */
  readonly hotkeys: boolean
  readonly keepLabels: boolean
  readonly selectAfterCreate: boolean
  readonly showLabels: boolean
  readonly showHotkeys: boolean
  /** Of enlarged pictures. */
  readonly smoothing: boolean
  /** The wheel zooms the other way round. */
  readonly invertedZoom: boolean
  /** The tool in the hand stays there from task to task. */
  readonly keepTool: boolean
  /** The one taken last; none: the first that draws. */
  readonly tool: string
  /** Beside plain texts. */
  readonly lineNumbers: boolean
  readonly panelOpen: boolean
  readonly layout: Layout
  /** In which numbers of a shape are shown and typed. */
  readonly placeUnit: 'percent' | 'px'
  readonly sort: OutlineSort
  readonly direction: 'asc' | 'desc'
  readonly group: OutlineGroup
  readonly relationOrder: 'asc' | 'desc'
  /** Tools that ask a model. */
  readonly autoAnnotation: boolean
  /** What it says is taken without a review. */
  readonly autoAccept: boolean
  /** How all annotations of a task are looked at, instead of one. */
  readonly viewAll: 'off' | 'columns' | 'summary'
}

/** Names of settings that are on or off. */
export type Switch = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings]

const DEFAULTS: Settings = {
  hotkeys: true,
  keepLabels: false,
  selectAfterCreate: false,
  showLabels: true,
  showHotkeys: true,
  smoothing: true,
  invertedZoom: false,
  keepTool: true,
  tool: '',
  lineNumbers: false,
  panelOpen: true,
  layout: NO_LAYOUT,
  placeUnit: 'percent',
  sort: 'date',
  direction: 'asc',
  group: 'manual',
  relationOrder: 'asc',
  autoAnnotation: false,
  autoAccept: false,
  viewAll: 'off',
}

/** Of those that are neither on nor off, nor any text. */
const VALUES: Partial<Record<keyof Settings, readonly string[]>> = {
  placeUnit: ['percent', 'px'],
  sort: OUTLINE_SORTS,
  direction: ['asc', 'desc'],
  group: OUTLINE_GROUPS,
  relationOrder: ['asc', 'desc'],
  viewAll: ['off', 'columns', 'summary'],
}

const KEY = 'labelwright:editor-settings'

/** What is chosen anew where the editor stands beside something else: there is less room. */
const BESIDE: Partial<Settings> = { panelOpen: false }
const BESIDE_KEY = `${KEY}:beside`

/** Reads what is stored; what is not known, or not as it should be, counts as not chosen. */
function stored(key: string): Partial<Settings> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, chosen]) => {
        if (!(name in DEFAULTS)) return []
        if (name === 'layout') return [[name, readLayout(chosen)]]
        return isSane(name as keyof Settings, chosen) ? [[name, chosen]] : []
      }),
    )
  } catch {
    // No storage (a sandboxed frame), or somebody else's text under our key: the defaults do.
    return {}
  }
}

function isSane(name: keyof Settings, chosen: unknown): boolean {
  const values = VALUES[name]
  return typeof chosen === typeof DEFAULTS[name] && (!values || values.some((it) => it === chosen))
}

export class SettingsStore {
  readonly current: Atom<Settings>
  private chosen: Partial<Settings>
  private chosenBeside: Partial<Settings>

  /** `start` holds for those who have not chosen otherwise. */
  constructor(
    private readonly start: Partial<Settings> = {},
    private readonly isBeside = false,
  ) {
    this.chosen = stored(KEY)
    this.chosenBeside = isBeside ? stored(BESIDE_KEY) : {}
    this.current = new Atom<Settings>(this.all())
  }

  set(change: Partial<Settings>): void {
    const goes = (name: string): boolean => this.isBeside && name in BESIDE
    const part = (isApart: boolean) => Object.fromEntries(Object.entries(change).filter(([it]) => goes(it) === isApart))
    this.keep({ ...this.chosen, ...part(false) }, { ...this.chosenBeside, ...part(true) })
  }

  /** Back to how everything was before anything was chosen. */
  reset(): void {
    this.keep({}, {})
  }

  private all(): Settings {
    const apart = this.isBeside ? { ...BESIDE, ...this.chosenBeside } : {}
    return { ...DEFAULTS, ...this.start, ...this.chosen, ...apart }
  }

  private keep(chosen: Partial<Settings>, chosenBeside: Partial<Settings>): void {
    this.chosen = chosen
    this.chosenBeside = chosenBeside
    this.current.set(this.all())
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen))
      if (this.isBeside) localStorage.setItem(BESIDE_KEY, JSON.stringify(chosenBeside))
    } catch {
      // They hold for this page at least.
    }
  }
}
