import { describe, expect, it, vi } from 'vitest'
import { testEditor } from '../testing/testEditor'
import { type JournalEntry, memoryJournal } from './journal'
import type { Submission } from './options'

const CONFIG = `<View><Text name="t" value="$text"/>
  <Labels name="l" toName="t"><Label value="Person"/><Label value="Place"/></Labels>
  <Choices name="c" toName="t" required="true" requiredMessage="Choose one."><Choice value="Yes"/><Choice value="No"/></Choices></View>`
const FREE = CONFIG.replace('required="true" ', '')
const data = { text: 'Ada in Paris' }

const label = (ed: Awaited<ReturnType<typeof testEditor>>, name: string, start: number, end: number) => {
  ed.pick(name)
  const made = ed.annotation.create({
    target: 't',
    kind: 'span',
    shape: { start, end, text: data.text.slice(start, end) },
  })
  if ('id' in made) ed.editor.finished(made.id)
}

describe('submitting', () => {
  it('hands over what was labelled', async () => {
    const submit = vi.fn(async (_: Submission) => undefined)
    const ed = await testEditor(FREE, { data, on: { submit } })
    label(ed, 'Person', 0, 3)
    expect(await ed.editor.submit()).toBe(true)
    expect(submit.mock.calls[0]?.[0]).toMatchObject({
      unique_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      lead_time: expect.any(Number),
      result: [{ type: 'labels', value: { start: 0, end: 3, text: 'Ada', labels: ['Person'] } }],
    })
  })

  it('is stopped by a missing answer, with the words of the config', async () => {
    const submit = vi.fn(async () => undefined)
    const ed = await testEditor(CONFIG, { data, on: { submit } })
    expect(await ed.editor.submit()).toBe(false)
    expect(ed.editor.complaint.get()).toMatchObject({ control: 'c', code: 'required', message: 'Choose one.' })
    expect(submit).not.toHaveBeenCalled()
  })

  it('sends the same id again after a lost answer, and another one for other work', async () => {
    const ids: string[] = []
    const submit = vi.fn(async (sent: Submission) => {
      ids.push(sent.unique_id)
      throw new Error('connection reset')
    })
    const ed = await testEditor(FREE, { data, on: { submit } })
    label(ed, 'Person', 0, 3)
    await ed.editor.submit()
    await ed.editor.submit()
    label(ed, 'Place', 7, 12)
    await ed.editor.submit()
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
    expect(ed.editor.notice.get()).toMatchObject({ kind: 'failed', message: 'connection reset' })
    expect(ed.regions()).toHaveLength(2)
  })

  it('refuses an empty annotation where the project wants none', async () => {
    const ed = await testEditor(FREE, { data, allowEmpty: false, on: { submit: async () => undefined } })
    expect(await ed.editor.submit()).toBe(false)
    expect(ed.editor.complaint.get()).toEqual({ code: 'empty' })
  })

  it('waits for a draft that is being saved, and names it', async () => {
    const submit = vi.fn(async (_: Submission) => undefined)
    let stored: (value: { id: number }) => void = () => undefined
    const saveDraft = vi.fn(() => new Promise<{ id: number }>((resolve) => (stored = resolve)))
    const ed = await testEditor(FREE, { data, on: { submit, saveDraft } })
    label(ed, 'Person', 0, 3)
    void ed.editor.flush()
    await vi.waitFor(() => expect(saveDraft).toHaveBeenCalled())
    const sent = ed.editor.submit()
    expect(submit).not.toHaveBeenCalled()
    stored({ id: 77 })
    await sent
    expect(submit.mock.calls[0]?.[0].draft_id).toBe(77)
  })

  it('does nothing for people who only look', async () => {
    const submit = vi.fn(async () => undefined)
    const ed = await testEditor(FREE, { data, readOnly: true, on: { submit } })
    expect(await ed.editor.submit()).toBe(false)
    expect(submit).not.toHaveBeenCalled()
  })
})

describe('what was not saved', () => {
  it('is there again after a crash', async () => {
    const entries = new Map<string, JournalEntry>()
    const before = await testEditor(FREE, { data, journal: memoryJournal(entries) })
    label(before, 'Person', 0, 3)
    await before.editor.work.get()?.drafts.idle()
    const after = await testEditor(FREE, { data, journal: memoryJournal(entries) })
    expect(after.result()).toEqual(before.result())
    expect(after.editor.notice.get()).toEqual({ kind: 'recovered' })
  })

  it('gives way to what was stored later from elsewhere', async () => {
    const entries = new Map<string, JournalEntry>()
    const before = await testEditor(FREE, { data, journal: memoryJournal(entries) })
    label(before, 'Person', 0, 3)
    await before.editor.work.get()?.drafts.idle()
    const drafts = [{ id: 4, result: [], updated_at: new Date(Date.now() + 60_000).toISOString() }]
    const after = await testEditor(FREE, { task: { id: 1, data, drafts }, journal: memoryJournal(entries) })
    expect(after.result()).toEqual([])
  })

  it('is not brought back once it was submitted', async () => {
    const entries = new Map<string, JournalEntry>()
    const on = { submit: async () => undefined }
    const before = await testEditor(FREE, { data, journal: memoryJournal(entries), on })
    label(before, 'Person', 0, 3)
    await before.editor.submit()
    const after = await testEditor(FREE, { data, journal: memoryJournal(entries) })
    expect(after.result()).toEqual([])
  })

  it('is not brought back when the page was left between the answer of the server and the end of the journal', async () => {
    const entries = new Map<string, JournalEntry>()
    const submit = vi.fn(async (_: Submission) => undefined)
    const journal = { ...memoryJournal(entries), remove: async () => undefined }
    const user = { id: 3, email: 'me@example.org' }
    const before = await testEditor(FREE, { data, journal, user, on: { submit } })
    label(before, 'Person', 0, 3)
    await before.editor.work.get()?.drafts.idle()
    await before.editor.submit()
    expect(entries.size).toBe(1)
    const result = submit.mock.lastCall?.[0].result ?? []
    const opened = (completed_by: number) =>
      testEditor(FREE, {
        task: { id: 1, data, annotations: [{ id: 7, completed_by, result }] },
        user,
        journal: memoryJournal(entries),
      })
    expect((await opened(4)).editor.versions.get()).toHaveLength(2)
    expect((await opened(3)).editor.versions.get()).toHaveLength(1)
    expect(entries.size).toBe(0)
  })

  it('goes to the server when another version is opened', async () => {
    const saveDraft = vi.fn(async () => ({ id: 1 }))
    const ed = await testEditor(FREE, { data, on: { saveDraft } })
    label(ed, 'Person', 0, 3)
    await ed.editor.add()
    await vi.waitFor(() => expect(saveDraft).toHaveBeenCalledTimes(1))
  })
})

describe('a prediction', () => {
  const item = {
    id: 'p',
    from_name: 'l',
    to_name: 't',
    type: 'labels',
    score: 0.7,
    value: { start: 0, end: 3, labels: ['Person'] },
  }
  const predictions = [{ id: 3, result: [item], model_version: 'm', score: 0.7 }]

  it('becomes one’s own by copying, and says when it was changed', async () => {
    const ed = await testEditor(FREE, { task: { id: 1, data, predictions } })
    expect(ed.result()).toMatchObject([{ id: 'p', origin: 'prediction', score: 0.7 }])
    ed.annotation.setShape('p', { start: 0, end: 6 })
    expect(ed.result()).toMatchObject([{ id: 'p', origin: 'prediction-changed' }])
    ed.undo()
    expect(ed.result()).toMatchObject([{ id: 'p', origin: 'prediction' }])
  })

  it('cannot be changed itself', async () => {
    const ed = await testEditor(FREE, { task: { id: 1, data, predictions } })
    await ed.editor.open('prediction-3')
    ed.editor.actions.remove(['p'])
    expect(ed.regions()).toHaveLength(1)
  })
})
