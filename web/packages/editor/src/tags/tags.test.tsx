// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { memoryJournal } from '../core/journal'
import { type Control, type Json, type JsonObject, regionKind, type TagNode, walk } from '../model'
import { prepareDom } from '../testing/dom'
import { dataFor, exampleOf } from '../testing/examples'
import { type EditorHarness, testEditor } from '../testing/testEditor'
import { Editor } from '../view/Editor'
import { tagModules } from '.'

/** One suite over every tag that the editor draws: a new tag is tested by being in the list. */

beforeAll(prepareDom)

let root: Root | undefined
let place: HTMLElement | undefined

afterEach(async () => {
  await act(async () => root?.unmount())
  place?.remove()
})

async function show(config: string): Promise<HTMLElement> {
  const element = document.body.appendChild(document.createElement('div'))
  place = element
  const task = { id: 1, data: dataFor(config) }
  await act(async () => {
    root = createRoot(element)
    root.render(<Editor config={config} task={task} journal={memoryJournal()} />)
  })
  return element
}

const ANSWERS: Record<string, (control: Control) => Json> = {
  choices: (control) => [[...control.byStored.keys()][0] ?? ''],
  datetime: () => '17.05.2024',
  number: ({ node }) => (typeof node.attrs.min === 'number' ? node.attrs.min : 1),
  pairwise: () => 'left',
  ranker: ({ name }) => ({ [name]: ['b', 'a'] }),
  rating: () => 2,
  taxonomy: (control) => [[...([...control.byStored.values()][0]?.path ?? [])]],
  text: () => ['words'],
}

const drag = (tool: string) => (ed: EditorHarness) => ed.tool(tool).drag([10, 10], [40, 50])

/** How a person draws each kind of shape. */
const GESTURES: Record<string, (ed: EditorHarness) => void> = {
  bitmask: drag('bitmask'),
  ellipse: drag('ellipse'),
  keypoint: drag('keypoint'),
  mask: drag('brush'),
  polygon: (ed) => ed.tool('polygon').click([10, 10]).click([40, 10]).click([40, 50]).click([10, 10]),
  rect: drag('rect'),
  vector: (ed) => ed.tool('vector').click([10, 10]).click([40, 10]).click([40, 50]).confirm(),
}

/** Of regions that are not drawn with a tool. */
const SHAPES: Record<string, JsonObject> = {
  chatmessage: { chatmessage: { role: 'user', content: 'Hello', createdAt: 1_790_000_000_000 } },
  htmlspan: {
    start: '/text()[1]',
    end: '/text()[1]',
    startOffset: 0,
    endOffset: 3,
    globalOffsets: { start: 0, end: 3 },
    text: 'Ada',
  },
  paragraphspan: { start: '0', end: '0', startOffset: 0, endOffset: 3, text: 'Ada' },
  span: { start: 0, end: 3, text: 'Ada' },
}

/** Says something with a control, by the gesture a person would use. */
function use(ed: EditorHarness, control: Control): void {
  const target = control.targets[0] ?? ''
  const kind = regionKind(ed.editor.config, control, target)
  const label = [...control.byStored.values()][0]
  if (control.labels && label) ed.pick(label.value)
  const shape = kind && SHAPES[kind]
  if (shape) {
    const made = ed.annotation.create({ target, kind, shape })
    if ('id' in made) ed.editor.finished(made.id)
  } else if (kind !== undefined) {
    // The example may stand on an object that is not drawn yet: then there is nothing to draw on.
    GESTURES[kind]?.(ed)
  } else if (!control.labels) {
    const about = control.scope === 'region' ? ed.regions()[0]?.id : undefined
    const answer = ANSWERS[control.produces.kind]
    if (!answer) throw new Error(`say in ANSWERS what a ${control.tag} answers`)
    ed.annotation.setAnswer(control, answer(control), about === undefined ? {} : { region: about })
  }
}

/** Controls that make regions go first: others may ask about those. */
const inOrder = (ed: EditorHarness): Control[] => {
  const all = [...ed.editor.config.controls.values()]
  const makes = (it: Control): boolean => regionKind(ed.editor.config, it, it.targets[0] ?? '') !== undefined
  return [
    ...all.filter((it) => !makes(it) && it.labels),
    ...all.filter(makes),
    ...all.filter((it) => !makes(it) && !it.labels),
  ]
}

const open = (config: string, more = {}) => testEditor(config, { data: dataFor(config), ...more })

describe.each(Object.keys(tagModules))('%s', (tag) => {
  const config = exampleOf(tag)

  it('is drawn from the example in its documentation', async () => {
    const element = await show(config)
    expect(element.querySelector('[role="alert"]')?.textContent).toBeUndefined()
    expect(element.querySelector('.lw-stage')).not.toBeNull()
  })

  it('writes results that open and save as the same', async () => {
    const ed = await open(config)
    for (const control of inOrder(ed)) use(ed, control)
    const result = ed.result()
    const drawable = [...ed.editor.config.objects.values()].every((it) => it.tag in tagModules)
    if (drawable) expect(result.length > 0).toBe(ed.editor.config.controls.size > 0)
    const again = await open(config, { result })
    expect(again.result()).toEqual(result)
  })

  it('is undone step by step to where it began, and redone', async () => {
    const ed = await open(config)
    const before = ed.result()
    for (const control of inOrder(ed)) use(ed, control)
    const after = ed.result()
    while (ed.annotation.history.canUndo) ed.undo()
    expect(ed.result()).toEqual(before)
    while (ed.annotation.history.canRedo) ed.redo()
    expect(ed.result()).toEqual(after)
  })

  it('leaves nothing of its regions when they are deleted', async () => {
    const ed = await open(config)
    for (const control of inOrder(ed)) use(ed, control)
    ed.editor.actions.remove(ed.regions().map((it) => it.id))
    expect(ed.regions()).toEqual([])
    const controls = [...ed.editor.config.controls.values()].filter((it) => it.scope === 'region')
    for (const control of controls) expect(ed.annotation.document.answersBy(control.name)).toEqual([])
  })

  it('says nothing for people who only look', async () => {
    const ed = await open(config, { readOnly: true })
    for (const control of inOrder(ed)) use(ed, control)
    expect(ed.result()).toEqual([])
  })
})

/** The name that assistive technology reads: what is hidden from it does not count. */
function nameOf(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove()
  return element.getAttribute('aria-label') ?? copy.textContent ?? ''
}

describe('labels on screen', () => {
  it('are buttons named exactly by their value, with the key beside the name', async () => {
    const config = exampleOf('Labels')
    const element = await show(config)
    const labels = [...walk((await open(config)).editor.config.root)].filter((node) => node.tag === 'Label')
    expect(labels.length).toBeGreaterThan(0)
    for (const node of labels as TagNode<'Label'>[]) {
      const buttons = [...element.querySelectorAll('button')].filter((it) => nameOf(it) === node.attrs.value)
      expect(buttons).toHaveLength(1)
      expect(buttons[0]?.getAttribute('aria-keyshortcuts')).toBeTruthy()
    }
  })
})

describe('a tag that the editor cannot draw', () => {
  it('shows a card in its place and keeps its results untouched', async () => {
    const config = '<View><Text name="t" value="$text"/><ReactCode name="x" toName="t"/></View>'
    const element = await show(config)
    expect(element.textContent).toContain('cannot draw ReactCode yet')
    const result = [{ id: 'r', from_name: 'x', to_name: 't', type: 'reactcode', value: { any: [['A']] }, odd: 1 }]
    const ed = await open(config, { result })
    expect(ed.result()).toEqual(result)
  })
})
