/** What a person prefers at this browser, over all tasks. */

import { Atom, type OutlineGroup, type OutlineSort } from '../model'

export interface Settings {
  readonly keepLabels: boolean
  readonly selectAfterCreate: boolean
  readonly showLabels: boolean
  readonly showHotkeys: boolean
  readonly panelOpen: boolean
  readonly panelWidth: number
  readonly sort: OutlineSort
  readonly direction: 'asc' | 'desc'
  readonly group: OutlineGroup
}

const DEFAULTS: Settings = {
  keepLabels: false,
  selectAfterCreate: false,
  showLabels: true,
  showHotkeys: true,
  panelOpen: true,
  panelWidth: 300,
  sort: 'date',
  direction: 'asc',
  group: 'manual',
}

const KEY = 'labelwright:editor-settings'

function stored(): Partial<Settings> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    // No storage (a sandboxed frame), or somebody else's text under our key: the defaults do.
    return {}
  }
}

export class SettingsStore {
  readonly current = new Atom<Settings>({ ...DEFAULTS, ...stored() })

  set(change: Partial<Settings>): void {
    this.current.set({ ...this.current.get(), ...change })
    try {
      localStorage.setItem(KEY, JSON.stringify(this.current.get()))
    } catch {
      // They hold for this page at least.
    }
  }
}
