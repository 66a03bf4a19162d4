// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { type ShowOptions, showEditor, spoken, useShownEditors } from '../../testing/showEditor'

const CONFIG = `<View><Text name="t" value="$text"/><Labels name="l" toName="t"><Label value="A"/><Label value="B"/></Labels>
<Choices name="c" toName="t"><Choice value="Yes"/><Choice value="No"/></Choices></View>`
const TEXT = 'Some text to look at'

const span = (id: string, start: number, label = 'A') => ({
  id,
  from_name: 'l',
  to_name: 't',
  type: 'labels',
  value: { start, end: start + 4, text: TEXT.slice(start, start + 4), labels: [label] },
})
const choice = (value: string) => ({
  id: 'c',
  from_name: 'c',
  to_name: 't',
  type: 'choices',
  value: { choices: [value] },
})

const show = (more: ShowOptions = {}) =>
  showEditor(CONFIG, {
    data: { text: TEXT, page: 'https://example.org/a' },
    task: {
      annotations: [
        { id: 1, result: [span('a', 0), span('b', 5), choice('Yes')] },
        { id: 2, result: [span('x', 0, 'B'), span('y', 13), choice('No')] },
      ],
      predictions: [{ id: 3, result: [span('p', 0)], model_version: 'ner', score: 0.5 }],
    },
    ...more,
  })

const texts = (elements: readonly Element[]): (string | null)[] => elements.map((it) => it.textContent)

describe('looking at all annotations', () => {
  useShownEditors()
  beforeEach(() => localStorage.clear())

  it('shows each in a column of its own, each with its own answer picked', async () => {
    const page = await show()
    await page.key(document.body, 'c', { altKey: true })
    await page.appears('article')
    expect(page.all('article').map((it) => it.getAttribute('aria-label'))).toEqual(['#1', '#2', 'ner, 50 %'])
    await page.appears('article input[type="radio"]')
    expect(page.all('article').map((it) => it.querySelectorAll('input:checked').length)).toEqual([1, 1, 0])
  })

  it('neither changes, sends nor skips meanwhile, and comes back with Escape', async () => {
    const page = await show({ annotationId: 1 })
    await page.key(document.body, 'c', { altKey: true })
    await page.appears('article')
    for (const [key, more] of [
      ['Enter', { ctrlKey: true }],
      ['Backspace', { ctrlKey: true }],
      ['3', {}],
    ] as const) {
      await page.key(document.body, key, more)
    }
    expect(page.sent).toEqual([])
    expect(page.all('footer')).toEqual([])
    await page.key(document.body, 'Escape')
    expect(page.all('article')).toEqual([])
    expect(page.all('[role="treeitem"]')).toHaveLength(2)
  })

  it('sums up what everybody said, and opens the row that is clicked', async () => {
    const page = await show()
    await page.key(document.body, 'c', { altKey: true })
    await page.click(await page.appears('button', 'Summary'))
    expect(texts(page.all('thead tr:first-child th'))).toEqual(['Version', 'c Choices', 'l Labels'])
    expect(texts(page.all('tbody tr'))).toEqual(['#1YesA2', '#2NoB1A1', 'ner, 50 %–A1'])
    expect(page.find('thead tr:nth-child(2) td:last-child').textContent).toBe('A4 · 80 %B1 · 20 %')
    expect(page.find('dl a').getAttribute('href')).toBe('https://example.org/a')
    await page.click(page.find('tbody tr:nth-child(2)'))
    expect(spoken(page.find('header [role="tab"][aria-selected="true"]'))).toBe('#2')
    expect(page.all('table')).toEqual([])
  })

  it('remembers how all were looked at', async () => {
    const first = await show()
    await first.key(document.body, 'c', { altKey: true })
    await first.click(await first.appears('button', 'Summary'))
    const second = await show()
    await second.appears('table')
    expect(second.all('table')).toHaveLength(1)
    await second.key(document.body, 'Escape')
  })

  it('tells two apart, region by region', async () => {
    const page = await show({ annotationId: 1 })
    await page.key(document.body, 'c', { altKey: true })
    await page.click(await page.appears('button', 'Differences'))
    const list = page.find('aside[aria-label="Differences"]')
    expect(texts([...list.querySelectorAll('h2')])).toEqual(['Answers', 'Changed 1', 'Only in A 1', 'Only in B 1'])
    expect(texts([...list.querySelectorAll('button')])).toEqual(['A Some→B Somelabels', 'A text', 'A look'])
    expect(list.textContent).toContain('A: YesB: No')
    await page.click(page.find('[aria-label="Swap sides"]'))
    expect(texts([...list.querySelectorAll('button')])[0]).toBe('B Some→A Somelabels')
  })

  it('is not offered where there is only one, or the page does not want it', async () => {
    const alone = await show({ task: { annotations: [{ id: 1, result: [] }] } })
    expect(alone.all('[aria-label="Compare all annotations"]')).toEqual([])
    const unwanted = await show({ show: { viewAll: false } })
    expect(unwanted.all('[aria-label="Compare all annotations"]')).toEqual([])
  })
})
