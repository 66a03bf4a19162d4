// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ShownEditor, showEditor, useShownEditors } from '../../testing/showEditor'
import { TypingClock } from './texts'

const config = (attributes = '') =>
  `<View><Text name="t" value="$t"/><Labels name="l" toName="t"><Label value="A"/></Labels><TextArea name="n" toName="t" ${attributes}/></View>`
const data = { t: 'Some text here' }
const field = (ed: ShownEditor) => ed.find('textarea[aria-label="n"]') as HTMLTextAreaElement
const answer = (...text: string[]) => ({ id: 'a', from_name: 'n', to_name: 't', type: 'textarea', value: { text } })
const entries = (ed: ShownEditor) => ed.all('li p').map((it) => it.textContent)
const add = async (ed: ShownEditor, text: string) => {
  await ed.type(field(ed), text)
  await ed.key(field(ed), 'Enter')
}

describe('a TextArea', () => {
  useShownEditors()
  afterEach(() => vi.useRealTimers())

  it('takes entries one after the other, and what is left in the field on submit', async () => {
    const ed = await showEditor(config(), { data })
    await add(ed, 'one')
    await add(ed, ' two ')
    await ed.type(field(ed), 'three')
    expect(entries(ed)).toEqual(['one', 'two'])
    expect(await ed.submit()).toMatchObject([{ value: { text: ['one', 'two', 'three'] } }])
  })

  it.each(['', 'displayMode="region-list"'])(
    'about a region is left by Escape with what was typed, then the region: %s',
    async (mode) => {
      const value = { start: 0, end: 4, text: 'Some', labels: ['A'] }
      const result = [{ id: 'r', from_name: 'l', to_name: 't', type: 'labels', value }]
      const ed = await showEditor(config(`perRegion="true" ${mode}`), { data, result, annotationId: 1 })
      const { selection } = (ed.model.annotation as NonNullable<typeof ed.model.annotation>).session
      await act(async () => selection.set(['r']))
      const about = await ed.appears(mode === '' ? 'textarea[aria-label="n"]' : 'input[data-row-field="n"]')
      about.focus()
      await ed.type(about, 'half a word')
      await ed.key(about, 'Escape')
      expect(document.activeElement).not.toBe(about)
      expect([...selection.get()]).toEqual(['r'])
      expect((about as HTMLInputElement).value).toBe('half a word')
      await ed.key(document.body, 'Escape')
      expect(selection.size).toBe(0)
      expect(await ed.submit()).toContainEqual(
        expect.objectContaining({ value: expect.objectContaining({ text: ['half a word'] }) }),
      )
    },
  )

  it('has what is being typed in the draft, though it is no entry yet', async () => {
    vi.useFakeTimers()
    const drafts: unknown[] = []
    const saveDraft = async (draft: { result: unknown }) => {
      drafts.push(draft.result)
      return { id: 1 }
    }
    const ed = await showEditor(config(), { data, on: { saveDraft } })
    await ed.type(field(ed), 'half a sen')
    await act(() => vi.advanceTimersByTimeAsync(8000))
    expect(drafts.at(-1)).toMatchObject([{ value: { text: ['half a sen'] } }])
    expect(entries(ed)).toEqual([])
    expect(field(ed).value).toBe('half a sen')
    await ed.type(field(ed), 'half a sentence')
    await ed.key(field(ed), 'Enter')
    expect(entries(ed)).toEqual(['half a sentence'])
    expect(field(ed).value).toBe('')
  })

  it('gives back what was typed before when a step is undone', async () => {
    vi.useFakeTimers()
    const ed = await showEditor(config(), { data })
    for (const text of ['first', 'first second']) {
      await ed.type(field(ed), text)
      await act(() => vi.advanceTimersByTimeAsync(1000))
    }
    await ed.key(document.body, 'z', { ctrlKey: true })
    expect(field(ed).value).toBe('first')
    await ed.key(document.body, 'z', { ctrlKey: true })
    expect(field(ed).value).toBe('')
  })

  it('changes entries that are editable, and lets go of those that become empty', async () => {
    const ed = await showEditor(config('editable="true"'), { data, result: [answer('one', 'two')], annotationId: 1 })
    await ed.click(ed.all('[aria-label="Change entry"]')[0] as HTMLElement)
    const open = ed.find('textarea[aria-label="n, entry"]')
    await ed.type(open, 'other')
    await ed.key(open, 'Enter')
    expect(entries(ed)).toEqual(['other', 'two'])
    await ed.click(ed.all('[aria-label="Change entry"]')[1] as HTMLElement)
    await ed.type(ed.find('textarea[aria-label="n, entry"]'), 'left alone')
    await ed.key(ed.find('textarea[aria-label="n, entry"]'), 'Escape')
    expect(entries(ed)).toEqual(['other', 'two'])
    await ed.click(ed.all('[aria-label="Change entry"]')[1] as HTMLElement)
    await ed.type(ed.find('textarea[aria-label="n, entry"]'), ' ')
    await ed.key(ed.find('textarea[aria-label="n, entry"]'), 'Enter')
    expect(await ed.submit()).toMatchObject([{ value: { text: ['other'] } }])
  })

  it('keeps transcriptions open, and takes what was changed in them on submit', async () => {
    const options = { data, result: [answer('one')], annotationId: 1 }
    const ed = await showEditor(config('transcription="true" editable="true"'), options)
    await ed.type(ed.find('textarea[aria-label="n, entry"]'), 'uno')
    expect(await ed.submit()).toMatchObject([{ value: { text: ['uno'] } }])
  })

  it('removes entries', async () => {
    const ed = await showEditor(config(), { data, result: [answer('one', 'two')], annotationId: 1 })
    await ed.click(ed.all('[aria-label="Remove entry"]')[0] as HTMLElement)
    expect(await ed.submit()).toMatchObject([{ value: { text: ['two'] } }])
  })

  it('takes no more than maxSubmissions, and no duplicates when told', async () => {
    const ed = await showEditor(config('maxSubmissions="2" skipDuplicates="true"'), { data })
    await add(ed, 'one')
    await add(ed, 'ONE')
    expect(entries(ed)).toEqual(['one'])
    await add(ed, 'two')
    expect(ed.all('textarea[aria-label="n"]')).toEqual([])
    expect(await ed.submit()).toMatchObject([{ value: { text: ['one', 'two'] } }])
  })

  it('adds by Shift+Enter or its button where there are several rows', async () => {
    const ed = await showEditor(config('rows="3"'), { data })
    await ed.type(field(ed), 'a')
    await ed.key(field(ed), 'Enter')
    expect(entries(ed)).toEqual([])
    await ed.key(field(ed), 'Enter', { shiftKey: true })
    await ed.type(field(ed), 'b')
    await ed.click(ed.named('Add').closest('button') as HTMLElement)
    expect(entries(ed)).toEqual(['a', 'b'])
  })

  it('starts with the text that the config gives', async () => {
    const ed = await showEditor(config('value="Dear $t,"'), { data })
    expect(await ed.submit()).toMatchObject([{ value: { text: ['Dear Some text here,'] } }])
  })

  it('says how long somebody typed', async () => {
    vi.useFakeTimers()
    const ed = await showEditor(config(), { data })
    await ed.type(field(ed), 'a')
    await act(() => vi.advanceTimersByTimeAsync(400))
    await ed.type(field(ed), 'ab')
    await ed.key(field(ed), 'Enter')
    vi.useRealTimers()
    const [item] = (await ed.submit()) ?? []
    expect(item?.meta).toEqual({ lead_time: expect.closeTo(0.4, 1) })
  })
})

describe('a TextArea about regions', () => {
  useShownEditors()
  const region = (id: string, start: number) => ({
    id,
    from_name: 'l',
    to_name: 't',
    type: 'labels',
    value: { start, end: start + 4, text: 'Some', labels: ['A'] },
  })
  const options = { data, result: [region('x', 0), region('y', 5)], annotationId: 1 }
  const select = (ed: ShownEditor, index: number) => ed.click(ed.all('[role="treeitem"]')[index] as HTMLElement)

  it('keeps what was typed for the region it was typed for when another one is selected', async () => {
    const ed = await showEditor(config('perRegion="true"'), options)
    await select(ed, 0)
    await ed.type(field(ed), 'about x')
    await select(ed, 1)
    expect(field(ed).value).toBe('')
    await ed.type(field(ed), 'about y')
    const result = await ed.submit()
    const texts = result?.filter((it) => it.type === 'textarea').map((it) => [it.id, it.value])
    expect(texts).toMatchObject([
      ['x', { text: ['about x'] }],
      ['y', { text: ['about y'] }],
    ])
  })

  it('lets what was typed go with its region', async () => {
    const ed = await showEditor(config('perRegion="true"'), options)
    await select(ed, 0)
    await ed.type(field(ed), 'about x')
    await ed.key(document.body, 'Delete')
    expect((await ed.submit())?.map((it) => it.id)).toEqual(['y'])
  })
})

describe('a TextArea in the list of regions', () => {
  useShownEditors()
  const region = (id: string, start: number) => ({
    id,
    from_name: 'l',
    to_name: 't',
    type: 'labels',
    value: { start, end: start + 4, text: 'Some', labels: ['A'] },
  })
  const note = (id: string, ...text: string[]) => ({ ...answer(...text), id })
  // Its chunk is there when it is asked for: otherwise tests would wait for the compiler.
  beforeAll(() => import('./RowField'))
  const inRows = config('perRegion="true" displayMode="region-list"')
  const fields = (ed: ShownEditor) => ed.all('input[aria-label="n"]') as HTMLInputElement[]

  it('has the keys of its Shortcuts in each row', async () => {
    const shortcut = '<Shortcut value="[unclear]" hotkey="ctrl+u"/>'
    const config = `<View><Text name="t" value="$t"/><Labels name="k" toName="t"><Label value="A"/></Labels>
      <TextArea name="c" toName="t" perRegion="true" displayMode="region-list">${shortcut}</TextArea></View>`
    const value = { start: 0, end: 3, text: 'Ada', labels: ['A'] }
    const result = [{ id: 'r', from_name: 'k', to_name: 't', type: 'labels', origin: 'manual', value }]
    const ed = await showEditor(config, { data: { t: 'Ada' }, result, annotationId: 1 })
    const field = await ed.appears('[data-row-field="c"]')
    await ed.key(field, 'u', { ctrlKey: true })
    expect((await ed.submit())?.[1]?.value).toEqual({ start: 0, end: 3, text: ['[unclear]'] })
  })

  it('has a field in each row, and Enter goes to the next', async () => {
    const ed = await showEditor(inRows, { data, result: [region('x', 0), region('y', 5)], annotationId: 1 })
    const [first, second] = fields(ed) as [HTMLInputElement, HTMLInputElement]
    await act(async () => first.focus())
    await ed.type(first, 'about x')
    await ed.key(first, 'Enter')
    expect(document.activeElement).toBe(second)
    await ed.type(second, 'about y')
    const result = await ed.submit()
    const texts = result?.filter((it) => it.type === 'textarea').map((it) => [it.id, it.value])
    expect(texts).toMatchObject([
      ['x', { text: ['about x'] }],
      ['y', { text: ['about y'] }],
    ])
    expect(ed.all('textarea[aria-label="n"]').every((it) => it.closest('[hidden]'))).toBe(true)
  })

  it('leaves several entries to the place where the control stands', async () => {
    const result = [region('x', 0), note('x', 'one', 'two')]
    const ed = await showEditor(inRows, { data, result, annotationId: 1 })
    expect(fields(ed).map((it) => [it.value, it.readOnly])).toEqual([['one · two', true]])
    await ed.click(ed.find('[role="treeitem"]'))
    expect(entries(ed)).toEqual(['one', 'two'])
    expect((await ed.submit())?.filter((it) => it.type === 'textarea')).toMatchObject([
      { value: { text: ['one', 'two'] } },
    ])
  })
})

describe('the clock of somebody who types', () => {
  it('stands still in pauses', () => {
    const clock = new TypingClock()
    for (const at of [0, 1000, 2000, 60_000, 60_500]) clock.typed(at)
    expect(clock.take()).toBe(2.5)
    expect(clock.take()).toBe(0)
  })
})
