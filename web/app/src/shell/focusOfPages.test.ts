// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepFocus } from './focusOfPages.ts'

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame)

function add(tag: string, id: string, into: HTMLElement = document.body): HTMLElement {
  const element = document.createElement(tag)
  element.id = id
  element.tabIndex = -1
  into.append(element)
  return element
}

describe('After going to another page', () => {
  let stop = (): void => undefined
  beforeEach(() => {
    add('main', 'main')
    add('button', 'pressed').focus()
  })
  afterEach(() => {
    stop()
    document.body.replaceChildren()
  })
  const at = (): string => document.activeElement?.id ?? ''
  const find = (id: string): HTMLElement => document.getElementById(id) as HTMLElement

  it('the page has the focus when nothing else has it', async () => {
    find('pressed').remove()
    stop = keepFocus()
    await frame()
    expect(at()).toBe('main')
  })

  it('what was pressed may go much later', async () => {
    stop = keepFocus()
    await frame()
    await frame()
    expect(at()).toBe('pressed')
    find('pressed').remove()
    await frame()
    expect(at()).toBe('main')
  })

  it('what was pressed may lose it by being hidden', async () => {
    stop = keepFocus()
    await frame()
    find('pressed').blur()
    await frame()
    expect(at()).toBe('main')
  })

  it('it stays where the person puts it, and goes nowhere after that', async () => {
    stop = keepFocus()
    add('input', 'field', find('main')).focus()
    await frame()
    expect(at()).toBe('field')
    find('field').blur()
    await frame()
    expect(document.activeElement).toBe(document.body)
  })
})
