import { describe, expect, it } from 'vitest'
import { compete, normaliseKey, resolveKeys } from '../model'
import { testEditor } from '../testing/testEditor'
import { commandById, commands, commandTitle } from '.'
import { keyTable, shownKeys } from './keyboard'

const CONFIG =
  '<View><Image name="i" value="$u"/><RectangleLabels name="r" toName="i"><Label value="A"/></RectangleLabels></View>'

describe('commands', () => {
  it('have ids and titles of their own', () => {
    expect(new Set(commands.map((it) => it.id)).size).toBe(commands.length)
    expect(new Set(commands.map((it) => commandTitle(it.id))).size).toBe(commands.length)
  })

  it('never share a key in one place', async () => {
    const { editor } = await testEditor(CONFIG)
    for (const [key, owners] of keyTable(editor).commands) {
      const competing = owners.filter((it) => owners.some((other) => compete(it.id, other.id)))
      expect(
        competing.map((it) => it.id),
        key,
      ).toEqual([])
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
    for (const gone of ['backspace', 'delete']) expect(table.has(gone), gone).toBe(false)
    expect(table.has('ctrl+space')).toBe(false)
  })
})

describe('keys of commands', () => {
  it('change while the editor is open', async () => {
    const { editor } = await testEditor(CONFIG)
    editor.options.set({
      ...editor.options.get(),
      keymap: { 'view:help': { key: 'f1' }, 'annotation:redo': { key: 'f2' } },
    })
    const table = keyTable(editor).commands
    expect(table.get('f1')?.map((it) => it.id)).toEqual(['view:help'])
    expect(table.get('f2')?.map((it) => it.id)).toEqual(['annotation:redo'])
    for (const gone of ['?', 'ctrl+y', 'ctrl+shift+z']) expect(table.has(gone), gone).toBe(false)
  })

  it('are shown as the platform writes them', () => {
    const palette = commandById('view:palette')
    const copy = commandById('region:copy')
    if (!palette || !copy) throw new Error('no such command')
    expect(shownKeys(palette, resolveKeys({ mac: false }))).toEqual(['ctrl+k'])
    expect(shownKeys(palette, resolveKeys({ mac: true }))).toEqual(['command+k'])
    expect(shownKeys(copy, resolveKeys({ mac: true }))).toEqual(['command+c'])
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

  it('adds one region after the other to the selection', async () => {
    const ed = await testEditor(CONFIG, { result })
    for (const expected of [['a'], ['a', 'b']]) {
      run('region:cycle-extend')?.run(ed.editor)
      expect(ed.selected()).toEqual(expected)
    }
    run('region:cycle-back-extend')?.run(ed.editor)
    expect(ed.selected()).toEqual(['b', 'a'])
  })

  it('selects all that is shown', async () => {
    const ed = await testEditor(CONFIG, { result })
    ed.annotation.session.hidden.set(['b'])
    run('region:select-all')?.run(ed.editor)
    expect(ed.selected()).toEqual(['a', 'c'])
  })

  it('pastes what was copied elsewhere as one step, selected', async () => {
    const from = await testEditor(CONFIG, { result })
    from.editor.actions.select('a')
    from.editor.actions.cycle(1, true)
    const to = await testEditor(CONFIG)
    to.editor.actions.paste(from.editor.actions.copied() ?? '')
    expect(to.regions()).toHaveLength(2)
    expect(to.selected()).toEqual(to.regions().map((it) => it.id))
    expect(to.editor.notice.get()).toBeUndefined()
    to.undo()
    expect(to.result()).toEqual([])
  })

  it('says what did not fit, and that there is nothing to paste', async () => {
    const from = await testEditor(CONFIG, { result })
    from.editor.actions.select('a')
    const copied = from.editor.actions.copied() ?? ''
    const to = await testEditor(CONFIG.replace('value="A"', 'value="B"'))
    to.editor.actions.paste(copied)
    expect(to.editor.notice.get()).toEqual({
      kind: 'pasted',
      count: 0,
      problems: [{ code: 'unknown-label', name: 'A' }],
    })
    for (const nothing of ['', 'some text', '{}', '[]']) {
      to.editor.notice.set(undefined)
      to.editor.actions.paste(nothing)
      expect(to.editor.notice.get(), nothing).toEqual({ kind: 'refused', refusal: { code: 'no-regions' } })
    }
    const fixed = await testEditor(CONFIG, { readOnly: true })
    fixed.editor.actions.paste(copied)
    expect(fixed.editor.notice.get()).toEqual({ kind: 'refused', refusal: { code: 'read-only' } })
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
