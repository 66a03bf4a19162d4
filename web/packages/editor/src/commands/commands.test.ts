import { describe, expect, it } from 'vitest'
import { keymap, normaliseKey } from '../model'
import { testEditor } from '../testing/testEditor'
import { commands, commandTitle } from '.'
import { keyTable } from './keyboard'

const CONFIG =
  '<View><Image name="i" value="$u"/><RectangleLabels name="r" toName="i"><Label value="A"/></RectangleLabels></View>'

describe('commands', () => {
  it('have ids and titles of their own', () => {
    expect(new Set(commands.map((it) => it.id)).size).toBe(commands.length)
    expect(new Set(commands.map((it) => commandTitle(it.id))).size).toBe(commands.length)
  })

  it('are the documented ones where the key map knows them, and all others have a key', () => {
    for (const it of commands) expect(it.id in keymap || (it.keys?.length ?? 0) > 0, it.id).toBe(true)
  })

  it('never share a key in one place', async () => {
    const { editor } = await testEditor(CONFIG)
    for (const [key, owners] of keyTable(editor).commands) {
      const places = owners.map((it) => keymap[it.id]?.scope ?? 'editor')
      expect(new Set(places).size, `key ${key} of ${owners.map((it) => it.id)}`).toBe(owners.length)
    }
  })

  it('write their keys as the key map reads them', () => {
    for (const it of commands) for (const key of it.keys ?? []) expect(normaliseKey(key)).toBe(key)
  })

  it('follow the keys a person has set, and are silent when switched off', async () => {
    const mine = { 'region:delete': { key: 'x' }, 'annotation:skip': { active: false } }
    const { editor } = await testEditor(CONFIG, { keymap: mine })
    const table = keyTable(editor).commands
    expect(table.get('x')?.map((it) => it.id)).toEqual(['region:delete'])
    expect(table.has('backspace')).toBe(false)
    expect(table.has('ctrl+space')).toBe(false)
  })
})

describe('acting on regions', () => {
  const box = (id: string, x: number) => ({
    id,
    from_name: 'r',
    to_name: 'i',
    type: 'rectanglelabels',
    value: { x, y: 1, width: 5, height: 5, rotation: 0, rectanglelabels: ['A'] },
  })
  const result = [box('a', 1), box('b', 20), box('c', 40)]
  const run = (id: string) => commands.find((it) => it.id === id)

  it('goes from one region to the next and around', async () => {
    const ed = await testEditor(CONFIG, { result })
    for (const expected of ['a', 'b', 'c', 'a']) {
      run('region:cycle')?.run(ed.editor)
      expect(ed.selected()).toEqual([expected])
    }
  })

  it('duplicates in place and selects the copies', async () => {
    const ed = await testEditor(CONFIG, { result })
    ed.editor.actions.select('a')
    run('region:duplicate')?.run(ed.editor)
    expect(ed.regions()).toHaveLength(4)
    expect(ed.selected()).not.toContain('a')
    expect(ed.result().at(-1)).toMatchObject({ type: 'rectanglelabels', value: { x: 1, rectanglelabels: ['A'] } })
  })

  it('hides and locks for this session only', async () => {
    const ed = await testEditor(CONFIG, { result })
    const before = ed.result()
    ed.editor.actions.select('a')
    run('region:visibility')?.run(ed.editor)
    run('region:lock')?.run(ed.editor)
    expect(ed.annotation.session.hidden.has('a')).toBe(true)
    ed.editor.actions.remove(['a', 'b'])
    expect(ed.regions().map((it) => it.id)).toEqual(['a', 'c'])
    ed.undo()
    expect(ed.result()).toEqual(before)
  })

  it('says what happened, for those who cannot see it', async () => {
    const ed = await testEditor(CONFIG, { result })
    ed.editor.actions.remove(['a', 'b'])
    expect(ed.editor.news.get()).toMatchObject({ kind: 'deleted', count: 2, labels: 'A' })
    ed.undo()
    expect(ed.editor.news.get()).toMatchObject({ kind: 'undone' })
  })

  it('ends drawing first, then a relation, then the selection', async () => {
    const ed = await testEditor(CONFIG, { result })
    ed.editor.actions.select('a')
    ed.editor.actions.startRelation()
    ed.editor.actions.escape()
    expect(ed.annotation.session.relating.get()).toBeUndefined()
    expect(ed.selected()).toEqual(['a'])
    ed.editor.actions.escape()
    expect(ed.selected()).toEqual([])
  })
})
