import { describe, expect, it } from 'vitest'
import type { Control, WireItem } from '../model'
import { type EditorHarness, testEditor } from '../testing/testEditor'

const CONFIG = `<View><Image name="i" value="$u"/>
  <RectangleLabels name="r" toName="i" choice="multiple"><Label value="A"/><Label value="B"/></RectangleLabels>
  <TextArea name="n" toName="i" perRegion="true"/><Choices name="c" toName="i"><Choice value="Yes"/><Choice value="No"/></Choices>
</View>`
const value = { x: 1, y: 2, width: 30, height: 40, rotation: 0 }
const result: readonly WireItem[] = [
  { id: 'a', from_name: 'r', to_name: 'i', type: 'rectanglelabels', value: { ...value, rectanglelabels: ['A'] } },
  { id: 'b', from_name: 'r', to_name: 'i', type: 'rectanglelabels', value: { ...value, rectanglelabels: ['A'] } },
  { id: 'b', from_name: 'n', to_name: 'i', type: 'textarea', value: { ...value, text: ['12'] } },
  { id: 'c', from_name: 'c', to_name: 'i', type: 'choices', value: { choices: ['Yes'] } },
]
const open = (): Promise<EditorHarness> =>
  testEditor(CONFIG, { task: { id: 1, data: {}, predictions: [{ id: 9, result }] } })
const origins = (ed: EditorHarness) => ed.result().map((it) => `${it.id} ${it.origin}`)
const control = (ed: EditorHarness, name: string) => ed.editor.config.controls.get(name) as Control

const CHANGES: readonly [string, (ed: EditorHarness) => void, string][] = [
  ['its shape', (ed) => ed.annotation.setShape('a', { ...value, x: 5 }), 'a'],
  ['its labels', (ed) => void ed.pick('B'), 'a'],
  ['its note', (ed) => ed.annotation.setNote('a', 'see above'), 'a'],
  ['an answer about it', (ed) => ed.annotation.setAnswer(control(ed, 'n'), ['13'], { region: 'b' }), 'b'],
  ['an answer that is taken back', (ed) => ed.annotation.setAnswer(control(ed, 'n'), undefined, { region: 'b' }), 'b'],
  ['an answer that is new', (ed) => ed.annotation.setAnswer(control(ed, 'n'), ['9'], { region: 'a' }), 'a'],
  ['an answer about the whole', (ed) => ed.annotation.setAnswer(control(ed, 'c'), ['No']), 'c'],
]

describe('where a region comes from', () => {
  it('is the prediction it was copied from, until it is changed', async () => {
    const ed = await open()
    expect(new Set(origins(ed))).toEqual(new Set(['a prediction', 'b prediction', 'c prediction']))
  })

  it.each(CHANGES)('says so when somebody changes %s, and only of that', async (_, change, id) => {
    const ed = await open()
    ed.annotation.session.selection.set(['a'])
    change(ed)
    const after = origins(ed)
    expect(after.filter((it) => it.startsWith(id)).every((it) => it.endsWith('prediction-changed'))).toBe(true)
    expect(after.filter((it) => !it.startsWith(id)).every((it) => it.endsWith(' prediction'))).toBe(true)
    ed.undo()
    expect(origins(ed).some((it) => it.endsWith('changed'))).toBe(false)
  })

  it('is the person once it is a copy, and stays the model when it is only related, locked or hidden', async () => {
    const ed = await open()
    ed.annotation.relate('a', 'b')
    ed.annotation.session.locked.add('a')
    ed.annotation.session.hidden.add('b')
    expect(origins(ed).some((it) => it.endsWith('changed'))).toBe(false)
    ed.annotation.duplicate(['b'])
    expect(origins(ed).filter((it) => it.endsWith('manual'))).toHaveLength(2)
  })
})
