/** The editor drawn into a page of jsdom, with what tests ask of it. Files that use it run in jsdom. */

import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeAll } from 'vitest'
import { memoryJournal } from '../core/journal'
import type { EditorOptions, Submission, TaskInput } from '../core/options'
import type { TaskEditor } from '../core/task-editor'
import type { JsonObject, WireItem } from '../model'
import { Editor } from '../view/Editor'
import { prepareDom } from './dom'

export interface ShownEditor {
  readonly element: HTMLElement
  /** What is behind the screen. */
  readonly model: TaskEditor
  /** What was handed over, the newest last. */
  readonly sent: Submission[]
  /** The one element that a selector finds. */
  find: (selector: string) => HTMLElement
  all: (selector: string) => HTMLElement[]
  /** The button or other element with this name for assistive technology, or this text. */
  named: (name: string) => HTMLElement
  /** What comes by itself, also outside the editor: a menu that opens, a part that is loaded on demand. */
  appears: (selector: string, text?: string) => Promise<HTMLElement>
  click: (target: HTMLElement) => Promise<void>
  key: (target: Element, key: string, more?: KeyboardEventInit) => Promise<void>
  type: (target: HTMLElement, text: string) => Promise<void>
  /** Submits and returns the result; undefined when something stood in the way. */
  submit: () => Promise<readonly WireItem[] | undefined>
}

export interface ShowOptions extends Partial<Omit<EditorOptions, 'config' | 'task'>> {
  readonly data?: JsonObject
  readonly result?: readonly WireItem[]
  /** Further parts of the task. */
  readonly task?: Partial<TaskInput>
}

const shown: (() => Promise<void>)[] = []

/** Call at the top of a test file: prepares the DOM and takes editors away after each test. */
export function useShownEditors(): void {
  beforeAll(prepareDom)
  afterEach(async () => {
    for (const close of shown.splice(0)) await close()
  })
}

export async function showEditor(config: string, options: ShowOptions = {}): Promise<ShownEditor> {
  const { data = {}, result, task: parts, ...rest } = options
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  const sent: Submission[] = []
  const take = async (submission: Submission): Promise<void> => void sent.push(submission)
  const task = { id: 1, data, annotations: result ? [{ id: 1, result }] : [], ...parts }
  const on = { submit: take, update: take }
  let model: TaskEditor | undefined
  const onOpened = (opened: TaskEditor): void => {
    model = opened
  }
  const given = { on, ...rest, config, task, journal: memoryJournal(), onOpened }
  await act(async () => root.render(<Editor {...given} />))
  shown.push(async () => {
    await act(async () => root.unmount())
    element.remove()
  })
  const all = (selector: string): HTMLElement[] => [...element.querySelectorAll<HTMLElement>(selector)]
  const find = (selector: string): HTMLElement => only(all(selector), selector)
  const key = (target: Element, name: string, more: KeyboardEventInit = {}): Promise<void> =>
    act(async () => {
      target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }))
    })
  return {
    element,
    get model() {
      if (!model) throw new Error('nothing was opened')
      return model
    },
    sent,
    find,
    all,
    named: (name) =>
      only(
        all('*').filter((it) => it.getAttribute('aria-label') === name || (isPlain(it) && it.textContent === name)),
        name,
      ),
    appears: async (selector, text = '') => {
      for (let turn = 0; turn < TURNS; turn++) {
        const found = [...document.querySelectorAll<HTMLElement>(selector)].find((it) => it.textContent.includes(text))
        if (found) return found
        await act(() => new Promise((resolve) => setTimeout(resolve, 10)))
      }
      throw new Error(`no ${selector} ${text}`)
    },
    click: (target) => act(async () => target.click()),
    key,
    type: (target, text) =>
      act(async () => {
        // React listens to the setter of the prototype.
        const field = target instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
        Object.getOwnPropertyDescriptor(field.prototype, 'value')?.set?.call(target, text)
        target.dispatchEvent(new Event('input', { bubbles: true }))
      }),
    submit: async () => {
      const before = sent.length
      await key(document.body, 'Enter', { ctrlKey: true })
      // Drafts under way are waited for: some turns, no time.
      for (let turn = 0; turn < 20 && sent.length === before; turn++) await act(async () => {})
      return sent[before]?.result
    },
  }
}

/** How often to look for something that is on its way. */
const TURNS = 500

/** What an element without a label of its own is called: its text, without what is not to be heard. */
export function spoken(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const silent of copy.querySelectorAll('[aria-hidden="true"]')) silent.remove()
  return copy.textContent.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim()
}

const isPlain = (element: Element): boolean => element.childElementCount === 0

function only(found: readonly HTMLElement[], what: string): HTMLElement {
  const [first] = found
  if (!first || found.length > 1) throw new Error(`${found.length} elements for ${what}`)
  return first
}
