// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { describe, expect, it } from 'vitest'
import type { EditorEvents } from '../../core/options'
import { showEditor, useShownEditors } from '../../testing/showEditor'
import { type EditorHarness, testEditor } from '../../testing/testEditor'
import { AssistStatus } from './AssistStatus'
import { SuggestionList } from './SuggestionList'

const CONFIG = `<View><Image name="i" value="$u"/>
  <RectangleLabels name="r" toName="i"><Label value="Box"/><Label value="Lid"/></RectangleLabels></View>`
const box = (id: string, label: string) => ({
  id,
  from_name: 'r',
  to_name: 'i',
  type: 'rectanglelabels',
  value: { x: 1, y: 2, width: 30, height: 40, rotation: 0, rectanglelabels: [label] },
})
const box2 = [box('a', 'Box'), box('b', 'Lid')]

/** What waits for a decision, drawn beside the harness that asks. */
async function show(suggest: EditorEvents['suggest']) {
  const ed = await testEditor(CONFIG, { on: { ...(suggest ? { suggest } : {}) } })
  ed.editor.settings.set({ autoAnnotation: true, autoAccept: false })
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  await act(async () =>
    root.render(
      <MantineProvider>
        <SuggestionList suggestions={ed.suggestions} />
        <AssistStatus suggestions={ed.suggestions} />
      </MantineProvider>,
    ),
  )
  const button = (name: string): HTMLElement => {
    const found = [...element.querySelectorAll('button')].find(
      (it) => it.getAttribute('aria-label') === name || it.textContent === name,
    )
    if (!found) throw new Error(`no button ${name}`)
    return found
  }
  return { ed, element, press: (name: string) => act(async () => button(name).click()) }
}

const ask = (ed: EditorHarness) =>
  act(async () => {
    if (ed.annotation.session.activeLabels.get().size === 0) ed.pick('Box')
    ed.smart('rect').drag([10, 10], [60, 50])
  })

describe('suggestions', () => {
  useShownEditors()

  it('are listed, and taken or left one by one', async () => {
    const { ed, element, press } = await show(async () => box2)
    await ask(ed)
    expect([...element.querySelectorAll('li')].map((it) => it.textContent)).toEqual(['Box', 'Lid'])
    expect(element.textContent).toContain('2 suggestions to decide')
    await press('Reject: Box')
    await press('Accept: Lid')
    expect(ed.result()).toMatchObject([{ id: 'b', origin: 'prediction' }])
    expect(element.querySelectorAll('li')).toHaveLength(0)
  })

  it('are taken or left all together', async () => {
    const { ed, element, press } = await show(async () => box2)
    await ask(ed)
    await press('Accept all')
    expect(ed.regions()).toHaveLength(2)
    await ask(ed)
    await press('Reject all')
    expect(ed.regions()).toHaveLength(2)
    expect(element.querySelectorAll('button')).toHaveLength(0)
  })

  it('can be asked for again when the model failed, or let be', async () => {
    let fails = true
    const { ed, element, press } = await show(async () => {
      if (fails) throw new Error('no memory left')
      return box2
    })
    await ask(ed)
    expect(element.textContent).toContain('The model did not answer: no memory left. What you have drawn is kept.')
    fails = false
    await press('Ask again')
    expect(element.querySelectorAll('li')).toHaveLength(2)
    await press('Reject all')
    fails = true
    await ask(ed)
    await press('Close')
    expect(element.querySelectorAll('button')).toHaveLength(0)
    expect(ed.suggestions.prompts.isEmpty).toBe(true)
  })
})

describe('the switch for models', () => {
  useShownEditors()
  const boxes = (page: { all: (selector: string) => HTMLElement[] }) => page.all('header input[type="checkbox"]')
  const shown = async (config: string, more: object = {}) => {
    // It is loaded apart.
    await import('./AssistSwitch')
    const page = await showEditor(config, more)
    for (let turn = 0; turn < 20 && boxes(page).length === 0; turn++) await act(async () => {})
    return page
  }
  const suggest = async () => []

  it('is there only where a model can be asked', async () => {
    expect(boxes(await shown(CONFIG))).toHaveLength(0)
    const choices = '<View><Text name="t" value="$t"/><Choices name="c" toName="t"><Choice value="A"/></Choices></View>'
    expect(boxes(await shown(choices, { on: { suggest } }))).toHaveLength(0)
    expect(boxes(await shown(CONFIG, { on: { suggest }, readOnly: true }))).toHaveLength(0)
  })

  it('is turned by its key, and remembered; forced, it cannot be', async () => {
    localStorage.clear()
    const page = await shown(CONFIG, { on: { suggest } })
    expect(boxes(page)).toHaveLength(1)
    await page.key(document.body, 'A', { shiftKey: true, altKey: true, code: 'KeyA' })
    expect(boxes(page).map((it) => (it as HTMLInputElement).checked)).toEqual([true, false])
    const again = await shown(CONFIG, { on: { suggest }, forceAutoAcceptSuggestions: true })
    expect(boxes(again).map((it) => (it as HTMLInputElement).checked)).toEqual([true, true])
    expect(boxes(again).map((it) => (it as HTMLInputElement).disabled)).toEqual([false, true])
    localStorage.clear()
  })
})
