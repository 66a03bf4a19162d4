/** Does the steps of a case on an editor drawn into jsdom. What needs a layout is for the harness, and for browsers. */

import { act } from 'react'
import { vi } from 'vitest'
import type { ShownEditor } from '../testing/showEditor'
import type { Step } from './cases'

export async function perform(ed: ShownEditor, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (!ed.model.readOnly && !isPress(step)) await comes(ed, nameIn(step))
    // Who only looks is not offered everything.
    const isThere = !ed.model.readOnly || isPress(step) || worked(ed, nameIn(step)).length > 0
    if (isThere) await take(ed, step)
  }
}

/** Parts of the page may be loaded on demand. */
async function comes(ed: ShownEditor, name: string): Promise<void> {
  for (let turn = 0; turn < TURNS && worked(ed, name).length === 0; turn++)
    await act(() => new Promise((done) => setTimeout(done)))
}

const TURNS = 200

const isPress = (step: Step): step is Extract<Step, { press: string }> => 'press' in step

const nameIn = (step: Exclude<Step, { press: string }>): string => String([Object.values(step)[0]].flat()[0])

async function take(ed: ShownEditor, step: Step): Promise<void> {
  if ('click' in step) await ed.click(hit(named(ed, step.click)))
  else if ('focus' in step) await focus(ed, step.focus)
  else if ('press' in step) await press(ed, step.press)
  else if ('mark' in step) await mark(ed, ...step.mark)
  else if ('fill' in step) {
    await focus(ed, step.fill[0])
    await ed.type(named(ed, step.fill[0]), step.fill[1])
  } else throw new Error(`not without a layout: ${JSON.stringify(step)}`)
}

/** What the pointer meets where a thing is: of a box to tick, its label. */
const hit = (found: HTMLElement): HTMLElement => (found instanceof HTMLInputElement && found.labels?.[0]) || found

async function focus(ed: ShownEditor, name: string): Promise<void> {
  const found = named(ed, name)
  await act(async () => found.focus())
}

const WORKED = 'button, input, textarea, select, [tabindex], [role="document"], [role="application"]'

/** What can be worked and has this name for assistive technology; menus open beside the editor. */
function worked(ed: ShownEditor, name: string): HTMLElement[] {
  const all = new Set([...ed.all(WORKED), ...document.querySelectorAll<HTMLElement>(WORKED)])
  return [...all].filter((it) => nameOf(it) === name)
}

function named(ed: ShownEditor, name: string): HTMLElement {
  const [found, ...more] = worked(ed, name)
  if (!found || more.length > 0) throw new Error(`${found ? more.length + 1 : 0} things are named ${name}`)
  return found
}

/** What is hidden from assistive technology does not count. */
export function nameOf(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove()
  return element.getAttribute('aria-label') ?? copy.textContent.trim()
}

async function press(ed: ShownEditor, chord: string): Promise<void> {
  const parts = chord.split('+')
  const key = parts.pop() ?? ''
  const held = { altKey: parts.includes('Alt'), ctrlKey: parts.includes('Control'), shiftKey: parts.includes('Shift') }
  await ed.key(document.activeElement ?? document.body, key, { ...held, code: CODES[key] ?? `Key${key.toUpperCase()}` })
}

const CODES: Readonly<Record<string, string>> = { '.': 'Period', ',': 'Comma' }

/** Selects the text as the browser does it while the pointer is down. */
async function mark(ed: ShownEditor, surface: string, text: string): Promise<void> {
  const root = named(ed, surface)
  const home = [...root.children].find((it) => it.shadowRoot)?.shadowRoot ?? root
  const walker = document.createTreeWalker(home, NodeFilter.SHOW_TEXT)
  let node = walker.nextNode()
  while (node && !node.nodeValue?.includes(text)) node = walker.nextNode()
  if (!node) throw new Error(`${surface} does not say ${text}`)
  const startOffset = node.nodeValue?.indexOf(text) ?? 0
  const range = { startContainer: node, startOffset, endContainer: node, endOffset: startOffset + text.length }
  let release = (): void => undefined
  await act(async () => {
    root.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, button: 0 }))
    release = select(new StaticRange(range), home)
    window.dispatchEvent(new MouseEvent('pointerup'))
    // The editor waits until the browser has settled the selection.
    await new Promise((done) => setTimeout(done))
  })
  release()
}

/** Returns what ends the pretence that the selection of the page is the one meant. */
function select(range: StaticRange, home: Node): () => void {
  if (home instanceof ShadowRoot) {
    // Selections of jsdom do not reach into shadow trees.
    const within = { rangeCount: 1, getComposedRanges: () => [range], removeAllRanges: () => asked.mockRestore() }
    const asked = vi.spyOn(document, 'getSelection').mockReturnValue(within as unknown as Selection)
    return () => asked.mockRestore()
  }
  const { startContainer, startOffset, endContainer, endOffset } = range
  document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
  return () => undefined
}
