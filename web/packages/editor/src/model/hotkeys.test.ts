import { describe, expect, it } from 'vitest'
import { compete, joinKeys, keyLabel, keyOf, resolveKeys, splitKeys } from './hotkeys'

describe('keys', () => {
  it('divides alternatives by commas, of which one may be a key', () => {
    expect(splitKeys('ctrl+a, cmd+a')).toEqual(['ctrl+a', 'command+a'])
    expect(splitKeys('shift+,')).toEqual(['shift+,'])
    for (const keys of [['a', 'ctrl+b'], [',', 'a', 'shift+,'], []]) expect(splitKeys(joinKeys(keys))).toEqual(keys)
  })

  it.each([
    [{ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, 'ctrl+shift+z'],
    [{ key: '!', code: 'Digit1', shiftKey: true }, 'shift+1'],
    [{ key: '®', code: 'KeyR', altKey: true }, 'alt+r'],
    [{ key: 'я', code: 'KeyZ' }, 'z'],
    [{ key: 'ArrowLeft', altKey: true }, 'alt+left'],
    [{ key: '+', code: 'Equal', ctrlKey: true, shiftKey: true }, 'ctrl+shift+plus'],
    [{ key: '[', code: 'BracketLeft' }, '['],
  ])('hears %j as %j', (press, key) => {
    expect(keyOf(press)).toBe(key)
  })

  it('has no conflict as built in, on either platform', () => {
    for (const mac of [false, true]) expect(resolveKeys({ mac }).conflicts).toEqual([])
  })

  it('lets a person change, switch off and collide keys, and says where they collide', () => {
    const { keys, conflicts } = resolveKeys({
      mac: true,
      custom: [
        { 'region:delete': { key: 'x' }, 'region:lock': { key: 'y' } },
        { 'region:lock': { key: 'x' }, 'tool:rect': { active: false } },
      ],
    })
    expect(keys.get('region:delete')).toEqual(['x'])
    expect(keys.get('tool:rect')).toEqual([])
    expect(keys.get('annotation:undo')).toEqual(['command+z'])
    expect(conflicts).toEqual([{ key: 'x', scope: 'editor', names: ['region:delete', 'region:lock'] }])
  })

  it('takes keys for actions that the map does not know', () => {
    const { keys, changed } = resolveKeys({
      mac: false,
      custom: [{ 'view:panels': { key: 'F8' }, 'view:help': { key: null } }],
    })
    expect(keys.get('view:panels')).toEqual(['f8'])
    expect(keys.get('view:help')).toEqual([])
    expect([...changed]).toEqual(['view:panels', 'view:help'])
  })

  it('knows which actions compete for a key', () => {
    expect(compete('tool:rect', 'tool:brush')).toBe(true)
    expect(compete('tool:rect', 'region:delete')).toBe(true)
    expect(compete('tool:rotate-left', 'repeater:previous-page')).toBe(false)
    expect(compete('tool:rect', 'tool:rect')).toBe(false)
  })

  it('prints keys as the keyboard does', () => {
    expect(keyLabel('ctrl+shift+z', false)).toBe('Ctrl+Shift+Z')
    expect(keyLabel('command+shift+z', true)).toBe('⌘⇧Z')
  })
})
