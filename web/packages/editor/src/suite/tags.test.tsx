// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { TaskEditor } from '../core/task-editor'
import { type Json, type TagNode, type WireItem, walk } from '../model'
import { docs } from '../spec.docs.gen'
import { type TagName, tags } from '../spec.gen'
import { tagModule } from '../tags'
import { dataFor, exampleOf } from '../testing/examples'
import { showEditor, useShownEditors } from '../testing/showEditor'
import { testEditor } from '../testing/testEditor'
import { drawingTools } from '../tools'
import { filledFrom, type GestureCase, gestureCases, type Step, withoutGesture, withPlainIds } from './cases'
import { nameOf, perform } from './hand'

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

/** A case that is open, on screen or, where drawing needs a layout, without one. */
interface Opened {
  readonly editor: TaskEditor
  readonly work: () => Promise<void>
  readonly result: () => Promise<readonly WireItem[] | undefined>
}

interface Given {
  readonly result?: readonly WireItem[]
  readonly readOnly?: boolean
}

const isDrawing = (step: Step): boolean => 'drag' in step || 'points' in step

async function open(given: GestureCase, options: Given = {}): Promise<Opened> {
  const { config, data, mouse } = given
  if (mouse.some(isDrawing)) {
    const ed = await testEditor(config, { data, ...options })
    const tool = toolOf(given)
    const work = async () => {
      for (const step of mouse) {
        if ('click' in step) ed.pick(step.click)
        if ('drag' in step) ed.tool(tool).drag(step.drag[1] as Pair, step.drag[2] as Pair)
        if ('points' in step) for (const place of step.points.slice(1) as Pair[]) ed.tool(tool).click(place)
        if ('press' in step && step.press === 'Enter') ed.confirm()
      }
      // The wand looks at the picture in its own time.
      for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done))
    }
    return { editor: ed.editor, work, result: async () => ed.result() }
  }
  const shown = await showEditor(config, { data, annotationId: options.result && 1, ...options })
  return { editor: shown.model, work: () => perform(shown, mouse), result: shown.submit }
}

type Pair = readonly [number, number]

/** The tool that draws what the first item of the result is. */
function toolOf({ result, config, tag }: GestureCase): string {
  const type = String(result[0]?.type)
  const control = (Object.keys(tags) as TagName[]).find(
    (it) => tags[it].produces?.type === type && config.includes(`<${it} `),
  )
  const kind = control && tags[control].produces?.kind
  const found = drawingTools.find(
    (it) => it.kind === kind && (it.tag === undefined ? it.notFor !== tag : it.tag === tag),
  )
  if (!found) throw new Error(`no tool draws a ${type}`)
  return found.tool.id
}

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

  it('leaves regions alone that are locked, and nothing of those that are deleted', async () => {
    const opened = await open(given)
    await opened.work()
    const made = (await opened.result()) ?? []
    const { editor } = await open(given, { result: made })
    const { annotation, actions } = editor
    const ids = annotation?.document.regions().map((it) => it.id) ?? []
    const now = () => editor.work.get()?.result()
    annotation?.session.selection.set(ids)
    annotation?.session.locked.add(...ids)
    actions.remove(ids)
    for (const id of ids) annotation?.setShape(id, {})
    expect(now()).toEqual(made)
    annotation?.session.locked.clear()
    actions.remove(ids)
    expect(annotation?.document.regions()).toEqual([])
    const isLeft = (it: WireItem): boolean => !ids.includes(String(it.id)) && it.type !== 'relation'
    expect(now()).toEqual(made.filter(isLeft))
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
    const config = '<View><Text name="t" value="$text"/><ReactCode name="x" toName="t"/></View>'
    const result = [{ id: 'r', from_name: 'x', to_name: 't', type: 'reactcode', value: { any: [['A']] }, odd: 1 }]
    const ed = await testEditor(config, { data: dataFor(config), result })
    expect(ed.result()).toEqual(result)
  })
})
