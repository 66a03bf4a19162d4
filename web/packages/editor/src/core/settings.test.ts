import { beforeEach, describe, expect, it } from 'vitest'
import { NO_LAYOUT } from './layout'
import { SettingsStore } from './settings'

const KEY = 'labelwright:editor-settings'
const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  }
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true })
})

describe('settings', () => {
  it('are what was chosen, else what the page starts with, else the default', () => {
    new SettingsStore({ showLabels: false }).set({ keepLabels: true })
    const next = new SettingsStore({ smoothing: false, keepLabels: false }).current.get()
    expect(next).toMatchObject({ keepLabels: true, smoothing: false, showLabels: true })
    expect(JSON.parse(kept.get(KEY) ?? '')).toEqual({ keepLabels: true })
  })

  it('go back to the start', () => {
    const settings = new SettingsStore({ showLabels: false })
    settings.set({ showLabels: true, sort: 'score' })
    settings.reset()
    expect(settings.current.get()).toMatchObject({ showLabels: false, sort: 'date' })
    expect(new SettingsStore().current.get().sort).toBe('date')
  })

  it.each(['', 'null', '7', '"text"', '{broken'])('survive nonsense in the storage: %s', (text) => {
    kept.set(KEY, text)
    expect(new SettingsStore().current.get()).toMatchObject({ group: 'manual', layout: NO_LAYOUT })
  })

  it('leave out single ones that make no sense, and keep the rest', () => {
    const nonsense = { sort: 'magic', group: 5, showLabels: 'yes', layout: 'left', unknown: 1, keepLabels: true }
    kept.set(KEY, JSON.stringify(nonsense))
    expect(new SettingsStore().current.get()).toMatchObject({
      sort: 'date',
      group: 'manual',
      showLabels: true,
      layout: NO_LAYOUT,
      keepLabels: true,
    })
  })

  it('beside something else have panels folded, and remember apart from whole pages that they were shown', () => {
    const [page, beside] = [new SettingsStore(), new SettingsStore({}, true)]
    expect([page, beside].map((it) => it.current.get().panelOpen)).toEqual([true, false])
    beside.set({ panelOpen: true, sort: 'score' })
    page.set({ panelOpen: false })
    expect(new SettingsStore({}, true).current.get().panelOpen).toBe(true)
    expect(new SettingsStore().current.get().panelOpen).toBe(false)
    beside.reset()
    expect(new SettingsStore({}, true).current.get()).toMatchObject({ panelOpen: false, sort: 'date' })
  })
})
