// @vitest-environment jsdom
import { act, type ReactNode, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { useFocusAfter, useFocusKept, useFocusTaken } from './focusHandover'

interface EditorProps {
  /** Of the task; another one is another element in its place. */
  readonly version?: number
  readonly busy?: string
  readonly isTask?: boolean
  readonly hasTask?: boolean
  readonly disabled?: boolean
}

function Editor({ version = 1, busy, isTask = true, hasTask = true, disabled = false }: EditorProps) {
  const [root, setRoot] = useState<HTMLElement | null>(null)
  useFocusKept(root)
  useFocusAfter(busy, root ?? undefined)
  return (
    <div ref={setRoot}>
      <button type="button" disabled={disabled}>
        Submit
      </button>
      {root && hasTask && <Task key={version} isTask={isTask} />}
    </div>
  )
}

function Task({ isTask }: { isTask: boolean }) {
  const box = useRef<HTMLElement>(null)
  useFocusTaken(box, isTask)
  return (
    <section ref={box} data-scroller tabIndex={-1}>
      <input />
    </section>
  )
}

const page = createRoot(document.body.appendChild(document.createElement('div')))
const show = (what: ReactNode): Promise<void> => act(async () => page.render(what))
const one = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}
const at = (): string => document.activeElement?.tagName.toLowerCase() ?? 'nowhere'
const frames = (count: number): Promise<void> =>
  act(async () => {
    for (let n = 0; n < count; n++) await new Promise(requestAnimationFrame)
  })

describe('The focus', () => {
  afterEach(async () => {
    await show(null)
    // The next test is about other editors than the one that has gone.
    const elsewhere = document.body.appendChild(document.createElement('button'))
    elsewhere.focus()
    elsewhere.remove()
  })

  it('goes on to the task of the next editor, however late it comes', async () => {
    await show(<Editor key="a" />)
    one('input').focus()
    await show(<Editor key="b" hasTask={false} />)
    expect(at()).toBe('body')
    await show(<Editor key="b" />)
    expect(document.activeElement).toBe(one('section'))
  })

  it('goes on to what stands in the place of the task, in the same editor', async () => {
    await show(<Editor />)
    one('input').focus()
    await show(<Editor version={2} />)
    expect(at()).toBe('section')
    await show(<Editor version={3} />)
    expect(document.activeElement).toBe(one('section'))
  })

  it('stays where the person is', async () => {
    await show(<Editor key="a" />)
    one('input').focus()
    const rows = (
      <button key="row" type="button" className="row">
        Row
      </button>
    )
    await show([<Editor key="a" />, rows])
    one('.row').focus()
    await show([<Editor key="a" version={2} />, rows])
    await show([<Editor key="b" />, rows])
    expect(document.activeElement).toBe(one('.row'))
  })

  it('is not asked for by an editor that comes to a page where nobody was in one', async () => {
    await show(<Editor />)
    await show(<Editor version={2} />)
    expect(at()).toBe('body')
  })

  it('goes from a page that has just come to the task it is about, not to an example', async () => {
    const inPage = (isTask: boolean, hasTask: boolean) => (
      <main tabIndex={-1}>
        <Editor key={String(isTask)} isTask={isTask} hasTask={hasTask} />
      </main>
    )
    await show(inPage(false, false))
    one('main').focus()
    await show(inPage(false, true))
    expect(at()).toBe('main')
    await show(inPage(true, true))
    expect(at()).toBe('section')
  })

  it('goes to the task from what its own press switched off', async () => {
    await show(<Editor />)
    const button = one('button')
    button.focus()
    await act(async () => {
      button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    })
    // What browsers do by themselves, jsdom does not.
    button.blur()
    expect(at()).toBe('body')
    await frames(2)
    expect(at()).toBe('section')
  })

  it('goes to the task when what took its time has ended', async () => {
    await show(<Editor busy="submit" disabled />)
    one('input').focus()
    one('input').blur()
    await show(<Editor />)
    expect(at()).toBe('section')
  })
})
