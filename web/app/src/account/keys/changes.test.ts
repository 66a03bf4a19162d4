import { keysOf, resolveKeys } from '@labelwright/editor/keys'
import { describe, expect, it } from 'vitest'
import { ownersOf, readKeys, taken, withKeys, withoutOwn } from './changes.ts'

const resolved = (custom = {}) => resolveKeys({ mac: false, custom: [custom] })
const titles = (key: string, id: string, custom = {}) => ownersOf(key, id, resolved(custom)).map((it) => it.id)

describe("a person's keys", () => {
  it('are set, switched off and taken back', () => {
    const one = withKeys({}, 'region:delete', ['x', ','])
    expect(one).toEqual({ 'region:delete': { key: 'x, comma', active: true } })
    expect(resolved(one).keys.get('region:delete')).toEqual(['x', ','])
    const off = withKeys(one, 'region:delete', [])
    expect(resolved(off).keys.get('region:delete')).toEqual([])
    expect(withoutOwn(off, 'region:delete')).toEqual({})
  })

  it('collide with actions of the same place and those that act everywhere', () => {
    expect(titles('b', 'tool:rect')).toEqual(['tool:brush'])
    expect(titles('b', 'region:delete')).toEqual(['tool:brush'])
    expect(titles('ctrl+c', 'tool:rect')).toEqual(['region:copy'])
    expect(titles('b', 'tool:brush')).toEqual([])
    expect(titles('delete', 'region:lock')).toEqual(['region:delete'])
    expect(titles('x', 'tool:rect', { 'region:lock': { key: 'x', active: true } })).toEqual(['region:lock'])
  })

  it('leave the others their other keys when one is taken', () => {
    const own = taken({}, 'region:delete', ['ctrl+y'], 'ctrl+y', resolved())
    expect(own['annotation:redo']).toEqual({ key: 'ctrl+shift+z', active: true })
    const all = resolved(own)
    expect(all.keys.get('region:delete')).toEqual(['ctrl+y'])
    expect(keysOf({ id: 'annotation:redo', keys: ['ctrl+y'] }, all)).toEqual(['ctrl+shift+z'])
  })

  it('come from a file, by themselves or as the server gives them', () => {
    const keys = { 'region:delete': { key: 'x', active: true }, 'region:lock': { key: null, active: false } }
    expect(readKeys(JSON.stringify(keys))).toEqual({ keys })
    expect(readKeys(JSON.stringify({ custom_hotkeys: keys }))).toEqual({ keys })
  })

  it.each(['', '[]', '{}', '{"a": {"key": "x"}}', '{"a:b": 5}', '{"a:b": {"key": 5}}', '{"a:b": {"key": "ctrl+w"}}'])(
    'do not come from %j',
    (text) => {
      expect(readKeys(text)).toHaveProperty('reason')
    },
  )
})
