/** What a person prefers at this browser, over all tasks. */

import { Atom, type OutlineGroup, type OutlineSort } from '../model'
import { type Layout, NO_LAYOUT, readLayout } from './layout'

export interface Settings {
  readonly keepLabels: boolean
  readonly selectAfterCreate: boolean
  readonly showLabels: boolean
  readonly showHotkeys: boolean
  /** Of enlarged pictures. */
  readonly smoothing: boolean
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
  /** How all annotations of a task are looked at, instead of one. */
  readonly viewAll: 'off' | 'columns' | 'summary'
}

const DEFAULTS: Settings = {
  keepLabels: false,
  selectAfterCreate: false,
  showLabels: true,
  showHotkeys: true,
  smoothing: true,
  lineNumbers: false,
  panelOpen: true,
  layout: NO_LAYOUT,
  placeUnit: 'percent',
  sort: 'date',
  direction: 'asc',
  group: 'manual',
  relationOrder: 'asc',
  viewAll: 'off',
}

const KEY = 'labelwright:editor-settings'

function stored(): Partial<Settings> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return 'layout' in value ? { ...value, layout: readLayout(value.layout) } : value
  } catch {
    // No storage (a sandboxed frame), or somebody else's text under our key: the defaults do.
    return {}
  }
}

export class SettingsStore {
  readonly current: Atom<Settings>

  /** `start` holds for those who have not chosen otherwise. */
  constructor(start: Partial<Settings> = {}) {
    this.current = new Atom<Settings>({ ...DEFAULTS, ...start, ...stored() })
  }

  set(change: Partial<Settings>): void {
    this.current.set({ ...this.current.get(), ...change })
    try {
      localStorage.setItem(KEY, JSON.stringify(this.current.get()))
    } catch {
      // They hold for this page at least.
    }
  }
}
