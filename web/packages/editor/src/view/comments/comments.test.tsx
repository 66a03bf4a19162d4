// @vitest-environment jsdom
import { act } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CommentEvents, CommentInput, WireComment } from '../../core/options'
import { type ShownEditor, type ShowOptions, showEditor, spoken, useShownEditors } from '../../testing/showEditor'

const CONFIG = '<View><Text name="t" value="$text"/><Labels name="l" toName="t"><Label value="A"/></Labels></View>'
const span = {
  id: 'r1',
  from_name: 'l',
  to_name: 't',
  type: 'labels',
  value: { start: 0, end: 4, text: 'Some', labels: ['A'] },
}
const ME = { id: 7, email: 'ada@example.org', name: 'Ada' }

/** A server's comments, that can be away. */
class Stored implements CommentEvents {
  all: WireComment[] = []
  received: CommentInput[] = []
  away = false

  private take = (): void => {
    if (this.away) throw new Error('server away')
  }
  put(text: string, more: Partial<WireComment> = {}): this {
    const id = this.all.length + 1
    const by = { id: 2, first_name: 'Ben', last_name: 'Okafor' }
    const made = { id, text, is_resolved: false, created_at: '2026-01-05T10:00:00Z', created_by: by, annotation: 1 }
    this.all.push({ ...made, ...more })
    return this
  }
  list = async () => {
    this.take()
    return this.all
  }
  add = async (given: CommentInput) => {
    this.take()
    this.received.push(given)
    const place = { annotation: given.annotationId ?? null, draft: given.draftId ?? null }
    this.put(given.text, { ...place, created_by: ME, region_ref: given.region_ref ?? null })
    return this.all[this.all.length - 1] as WireComment
  }
  update = async ({ id, ...change }: { id: number }) => {
    this.take()
    this.all = this.all.map((it) => (it.id === id ? { ...it, ...change } : it))
    return this.all.find((it) => it.id === id) as WireComment
  }
  remove = async ({ id }: { id: number }) => {
    this.take()
    this.all = this.all.filter((it) => it.id !== id)
  }
}

async function show(stored: Stored, { config = CONFIG, ...more }: ShowOptions & { config?: string } = {}) {
  const on = { update: async () => undefined, comments: stored, ...more.on }
  const page = await showEditor(config, { data: { text: 'Some text' }, result: [span], user: ME, ...more, on })
  await page.key(document.body, 'n', { altKey: true })
  await page.appears('textarea[aria-label="Write a comment"]')
  return page
}

const said = (page: ShownEditor): (string | null)[] => page.all('aside li p:first-of-type').map((it) => it.textContent)
const field = (page: ShownEditor) => page.find('textarea[aria-label="Write a comment"]') as HTMLTextAreaElement

async function say(page: ShownEditor, text: string): Promise<void> {
  await page.type(field(page), text)
  await page.key(field(page), 'Enter', { ctrlKey: true })
}

describe('comments', () => {
  useShownEditors()
  beforeEach(() => localStorage.clear())

  it('are read with who said them, counted on the tab, and resolved', async () => {
    const stored = new Stored().put('Is this a name?').put('Elsewhere', { annotation: 99 })
    const page = await show(stored)
    await page.appears('li', 'Is this a name?')
    expect(said(page)).toEqual(['Is this a name?'])
    expect(page.find('aside li').textContent).toContain('Ben Okafor')
    expect(spoken(page.find('header [role="tab"]'))).toBe('#1, 1 open comment')
    await page.click(page.find('[aria-label="Resolve"]'))
    expect(spoken(page.find('header [role="tab"]'))).toBe('#1')
    expect(stored.all[0]?.is_resolved).toBe(true)
    expect(page.find('details').textContent).toContain('Is this a name?')
  })

  it('are about a question where one says so, and then about all of it again', async () => {
    const stored = new Stored()
    const config = CONFIG.replace('</View>', '<Choices name="tone" toName="t"><Choice value="B"/></Choices></View>')
    const page = await show(stored, { config })
    const about = page.find('select[aria-label="What the comment is about"]') as HTMLSelectElement
    expect([...about.options].map((it) => it.text)).toEqual(['About all of it', 'About tone'])
    await act(async () => {
      about.value = 'tone'
      about.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await say(page, 'Not warm')
    await say(page, 'Otherwise fine')
    expect(stored.received.map((it) => it.region_ref)).toEqual([{ controlName: 'tone' }, {}])
    expect(page.all('aside li').map((it) => it.textContent.includes('tone'))).toEqual([true, false])
  })

  it('are sent by Ctrl+Enter, about the selected region unless one says no, without submitting', async () => {
    const stored = new Stored()
    const page = await show(stored)
    await page.click(page.find('[role="treeitem"]'))
    await say(page, '  Whose name? ')
    await page.click(page.find('aside input[type="checkbox"]'))
    await say(page, 'In general')
    expect(stored.received).toEqual([
      { annotationId: 1, text: 'Whose name?', region_ref: { regionId: 'r1' } },
      { annotationId: 1, text: 'In general', region_ref: {} },
    ])
    expect(said(page)).toEqual(['Whose name?', 'In general'])
    expect(page.sent).toEqual([])
    expect(field(page).value).toBe('')
  })

  it('wait where the server is away, over a reload too, until they are sent again', async () => {
    const stored = new Stored()
    stored.away = true
    const page = await show(stored)
    await say(page, 'Not lost')
    await page.appears('li [role="alert"]', 'server away')
    await page.type(field(page), 'half a sen')

    const again = await show(stored)
    expect(said(again)).toEqual(['Not lost'])
    expect(field(again).value).toBe('half a sen')
    stored.away = false
    await again.click(again.named('Send again'))
    expect(stored.received.map((it) => it.text)).toEqual(['Not lost'])
    expect(again.all('li [role="alert"]')).toEqual([])
  })

  it('ask before leaving while something is not sent', async () => {
    const page = await show(new Stored())
    const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(leave()).toBe(false)
    await page.type(field(page), 'half')
    expect(leave()).toBe(true)
  })

  it('store the draft of a new annotation first, to be about something', async () => {
    const stored = new Stored()
    const saveDraft = async () => ({ id: 31 })
    const page = await show(stored, { task: { annotations: [] }, on: { comments: stored, saveDraft } })
    await say(page, 'Before I submit')
    await page.appears('li [aria-label="Resolve"]')
    expect(stored.received).toEqual([{ draftId: 31, text: 'Before I submit', region_ref: {} }])
    expect(said(page)).toEqual(['Before I submit'])
  })

  it('are changed and deleted by their author alone', async () => {
    const stored = new Stored().put('Theirs').put('Mine', { created_by: ME })
    const page = await show(stored)
    await page.appears('li', 'Mine')
    expect(page.all('[aria-label="Edit the comment"]')).toHaveLength(1)
    await page.click(page.find('[aria-label="Edit the comment"]'))
    const editing = page.find('textarea[aria-label="Edit the comment"]')
    await page.type(editing, 'Mine, better')
    await page.key(editing, 'Enter', { ctrlKey: true })
    expect(stored.all[1]?.text).toBe('Mine, better')
    await page.click(page.find('[aria-label="Delete the comment"]'))
    expect(said(page)).toEqual(['Theirs'])
  })

  it('come back with the reason when a change is refused', async () => {
    const stored = new Stored().put('Mine', { created_by: ME })
    const page = await show(stored)
    await page.appears('li', 'Mine')
    stored.away = true
    await page.click(page.find('[aria-label="Delete the comment"]'))
    expect(said(page)).toEqual(['Mine'])
    await page.appears('[role="status"]', 'server away')
  })

  it('say when they could not be read, and ask again', async () => {
    const stored = new Stored().put('Hello')
    stored.away = true
    const page = await show(stored)
    await page.appears('aside [role="alert"]', 'server away')
    stored.away = false
    await page.click(page.named('Try again'))
    await page.appears('li', 'Hello')
  })
})
