// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { type Json, type TagNode, type WireItem, walk } from '../model'
import { docs } from '../spec.docs.gen'
import { type TagName, tags } from '../spec.gen'
import { tagModule } from '../tags'
import { dataFor, exampleOf } from '../testing/examples'
import { showEditor, useShownEditors } from '../testing/showEditor'
import { testEditor } from '../testing/testEditor'
import { filledFrom, gestureCases, withoutGesture, withPlainIds } from './cases'
import { nameOf } from './hand'
import { open } from './opened'

/** One suite over every tag of `spec/tags`: a new tag is tested by being there and having its case. */

// biome-ignore lint/correctness/useHookAtTopLevel: a hook of Vitest, not of React
useShownEditors()

const ALL = Object.keys(tags) as TagName[]
const DRAWN = ALL.filter((tag) => tagModule(tags[tag].aliasOf ?? tag) !== undefined)

describe.each(ALL)('%s', (tag) => {
  const config = exampleOf(tag)

  it('is documented, with each of its attributes', () => {
    const { doc, attributes } = docs[tag]
    expect(doc).not.toBe('')
    expect(Object.keys(attributes).sort()).toEqual(Object.keys(tags[tag].attributes).sort())
    expect(Object.values(attributes)).not.toContain('')
  })

  it('is drawn from the example in its documentation, or says that it cannot be', async () => {
    const { element } = await showEditor(config, { data: dataFor(config) })
    expect(element.querySelector('[role="alert"]')?.textContent).toBeUndefined()
    expect(element.querySelector('.lw-stage')).not.toBeNull()
    const used = [...walk((await testEditor(config)).editor.config.root)]
    const missing = used.find((it) => it.tag && tagModule(it.tag) === undefined)
    if (missing) expect(element.textContent).toContain(`cannot draw ${missing.tagName} yet`)
  })
})

it('is said of every tag that is drawn how people work it', () => {
  const missing = withoutGesture(DRAWN).map((tag) => `spec/cases/gestures/${tag.toLowerCase()}.json`)
  expect(missing, 'write these files: spec/cases/README.md says how').toEqual([])
})

const plain = (result: readonly WireItem[] | undefined): Json => withPlainIds(result ?? [])

describe.each(gestureCases.map((it) => [it.tag, it] as const))('%s at work', (_, given) => {
  it('writes what is expected, which opens and saves as the same', async () => {
    const opened = await open(given)
    await opened.work()
    const made = await opened.result()
    const found = plain(made)
    expect(found).toEqual(filledFrom(given.result as Json, found))
    if (made?.length === 0) return
    const again = await open(given, { result: made ?? [] })
    expect(again.editor.work.get()?.result()).toEqual(made)
  })

  it('is undone step by step to where it began, and redone', async () => {
    const { editor, work } = await open(given)
    const now = () => editor.work.get()?.result()
    const before = now()
    await work()
    const after = now()
    while (editor.annotation?.history.canUndo) editor.actions.undo()
    expect(now()).toEqual(before)
    while (editor.annotation?.history.canRedo) editor.actions.redo()
    expect(now()).toEqual(after)
  })

  it('writes nothing for people who only look', async () => {
    const { editor, work } = await open(given, { readOnly: true })
    await work()
    expect(editor.work.get()?.result() ?? []).toEqual([])
  })
})

describe('labels on screen', () => {
  it('are buttons named exactly by their value, with the key beside the name', async () => {
    const config = exampleOf('Labels')
    const { element } = await showEditor(config, { data: dataFor(config) })
    const labels = [...walk((await testEditor(config)).editor.config.root)].filter((node) => node.tag === 'Label')
    expect(labels.length).toBeGreaterThan(0)
    for (const node of labels as TagNode<'Label'>[]) {
      const buttons = [...element.querySelectorAll('button')].filter((it) => nameOf(it) === node.attrs.value)
      expect(buttons).toHaveLength(1)
      expect(buttons[0]?.getAttribute('aria-keyshortcuts')).toBeTruthy()
    }
  })
})

describe('a tag that the editor cannot draw', () => {
  it('keeps its results untouched', async () => {
    const config = '<View><Object3D name="t" value="$text"/><Cube name="x" toName="t"/></View>'
    const result = [{ id: 'r', from_name: 'x', to_name: 't', type: 'cube', value: { any: [['A']] }, odd: 1 }]
    const ed = await testEditor(config, { data: dataFor(config), result })
    expect(ed.result()).toEqual(result)
  })
})
