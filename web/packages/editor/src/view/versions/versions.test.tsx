// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { type ShowOptions, showEditor, spoken, useShownEditors } from '../../testing/showEditor'

const CONFIG =
  '<View><Text name="t" value="$text"/><Labels name="l" toName="t"><Label value="A"/><Label value="B"/></Labels></View>'
const span = (id: string) => ({
  id,
  from_name: 'l',
  to_name: 't',
  type: 'labels',
  value: { start: 0, end: 2, text: 'So', labels: ['A'] },
})
const annotation = (id: number, more: object = {}) => ({
  id,
  result: [span(`r${id}`)],
  created_username: 'Ada Lovelace ada@example.org, 7',
  created_at: '2026-01-05T10:00:00Z',
  ...more,
})

const show = (count: number, more: ShowOptions = {}) =>
  showEditor(CONFIG, {
    data: { text: 'Some text' },
    task: {
      annotations: Array.from({ length: count }, (_, n) => annotation(n + 1, { was_cancelled: n === 1 })),
      predictions: [{ id: 1, result: [], model_version: 'ner', score: 0.75 }],
    },
    ...more,
  })

describe('tabs', () => {
  useShownEditors()

  it('say what a version is, and who made it when', async () => {
    const page = await show(2)
    const [first, second, third] = page.all('header [role="tab"]').map(spoken)
    expect(first).toMatch(/^#1 .* ago, Ada Lovelace$/)
    expect(second).toMatch(/skipped$/)
    expect(third).toBe('ner 75 %')
  })

  it('keep names and times from people who must not see them', async () => {
    const page = await show(2, { show: { authors: false } })
    const [first] = page.all('header [role="tab"]')
    expect(spoken(first as Element)).toBe('#1')
    expect(first?.title).toBe('')
  })

  it('are walked by arrows and opened by a click or by keys', async () => {
    const page = await show(3)
    const tabs = page.all('header [role="tab"]')
    tabs[0]?.focus()
    await page.key(tabs[0] as HTMLElement, 'ArrowLeft')
    expect(document.activeElement).toBe(tabs[3])
    await page.key(tabs[3] as HTMLElement, 'Home')
    expect(document.activeElement).toBe(tabs[0])
    await page.key(document.body, 'PageDown', { altKey: true })
    expect(spoken(page.find('header [role="tab"][aria-selected="true"]'))).toMatch(/^#2/)
    await page.key(document.body, 'PageUp', { altKey: true })
    expect(spoken(page.find('header [role="tab"][aria-selected="true"]'))).toMatch(/^#1/)
  })

  it('can be looked up when there are many', async () => {
    const page = await show(40)
    await page.click(page.find('[aria-label="Find an annotation"]'))
    const field = await page.appears('input[role="combobox"]')
    await page.type(field, '#37 ada')
    const options = [...document.querySelectorAll('[role="listbox"] [role="option"]')]
    expect(options.map((it) => it.textContent?.includes('#37'))).toEqual([true])
    await page.key(field, 'Enter')
    expect(spoken(page.find('header [role="tab"][aria-selected="true"]'))).toMatch(/^#37/)
  })
})

describe('links and ids', () => {
  useShownEditors()

  it('opens at the region that a link names', async () => {
    const page = await show(2, { annotationId: 2, region: 'r2' })
    expect(spoken(page.find('header [role="tab"][aria-selected="true"]'))).toMatch(/^#2/)
    expect(page.all('[role="treeitem"][aria-selected="true"]')).toHaveLength(1)
  })

  it('ignores a region that is gone', async () => {
    const page = await show(1, { region: 'gone' })
    expect(page.all('[role="treeitem"][aria-selected="true"]')).toHaveLength(0)
  })

  it('copies the id and a link that leads back to the selected region', async () => {
    const copied: string[] = []
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void copied.push(text) },
      configurable: true,
    })
    const linkTo = ({ annotationId, region }: { annotationId?: number; region?: string }) =>
      `at:${annotationId}/${region}`
    const page = await show(2, { annotationId: 2, region: 'r2', on: { linkTo } })
    for (const item of ['Copy id', 'Copy link']) {
      await page.click(page.find('[aria-label="More actions"]'))
      await page.click(await page.appears('[role="menuitem"]', item))
    }
    expect(copied).toEqual(['2', 'at:2/r2'])
  })
})
