import { expect, it, vi } from 'vitest'
import type { WireItem } from '../../model'
import { type EditorHarness, testEditor } from '../../testing/testEditor'
import { Emitter, type LabelStudioEvents } from './events'
import { Suggesting } from './suggesting'

const CONFIG = `<View><Image name="i" value="$u"/>
  <RectangleLabels name="r" toName="i" smart="true"><Label value="Box"/></RectangleLabels></View>`
const found: WireItem = {
  id: 'm1',
  from_name: 'r',
  to_name: 'i',
  type: 'rectanglelabels',
  value: { x: 1, y: 2, width: 3, height: 4, rotation: 0, rectanglelabels: ['Box'] },
}

type Finished = (...args: LabelStudioEvents['regionFinishedDrawing']) => unknown

/** A page that listens for what is drawn. */
async function page(listener: (suggesting: Suggesting, ...args: Parameters<Finished>) => unknown) {
  const emitter = new Emitter()
  const host: { emitter: Emitter; editor: EditorHarness['editor'] | undefined } = { emitter, editor: undefined }
  const suggesting = new Suggesting(host)
  emitter.on('regionFinishedDrawing', ((...args) => listener(suggesting, ...args)) as Finished)
  const on = { suggest: ({ result }: { result: readonly WireItem[] }) => suggesting.ask(result) }
  const ed = await testEditor(CONFIG, { data: { u: 'x.png' }, on, forceAutoAnnotation: true })
  host.editor = ed.editor
  const offered = (): readonly string[] => ed.suggestions.offered.regionIds.get()
  const ask = (): void => void ed.pick('Box').smart('rect').drag([10, 10], [60, 50])
  return { ed, suggesting, offered, ask }
}

it('tells what was drawn for a model, and offers what the page loads then', async () => {
  const told: unknown[] = []
  const { ed, ask, offered } = await page((suggesting, region, connected) => {
    told.push([region.dynamic, region.labels, connected.map((it) => it.serialize()[0]?.value)])
    void suggesting.load(Promise.resolve({ answer: [found] }), (answer) => (answer as { answer: unknown }).answer)
  })
  ask()
  const prompt = { x: 10, y: 10, width: 50, height: 40, rotation: 0, rectanglelabels: ['Box'] }
  expect(told).toEqual([[true, ['Box'], [prompt]]])
  expect(ed.suggestions.asking.get()).toEqual({ kind: 'asking' })
  await vi.waitFor(() => expect(offered()).toEqual(['m1']))
  expect(ed.result()).toEqual([])
})

it.each([
  ['a list', [found]],
  ['a result', { result: [found] }],
  ['an answer of the REST API', { data: { result: [found] } }],
  ['predictions', [{ result: [found], score: 0.5 }]],
])('takes %s', async (_, answer) => {
  const { ask, offered } = await page((suggesting) => void suggesting.load(answer))
  ask()
  await vi.waitFor(() => expect(offered()).toEqual(['m1']))
})

it('suggests nothing when the page loads nothing', async () => {
  const { ed, ask } = await page(() => undefined)
  ask()
  await vi.waitFor(() => expect(ed.suggestions.asking.get()).toEqual({ kind: 'nothing' }))
})

it.each([
  ['a request that fails', () => Promise.reject(new Error('The model sleeps')), 'The model sleeps'],
  ['an answer that is no result', () => ({ hello: 1 }), 'Suggestions must be a list of result items.'],
])('shows %s, and keeps what was drawn', async (_, request, message) => {
  const { ed, ask } = await page((suggesting) => void suggesting.load(request()))
  ask()
  await vi.waitFor(() => expect(ed.suggestions.asking.get()).toEqual({ kind: 'failed', message }))
  expect(ed.suggestions.prompts.isEmpty).toBe(false)
})

it('offers what the page brings by itself, and tells it of bad data', async () => {
  const { suggesting, offered } = await page(() => undefined)
  await suggesting.load([found])
  expect(offered()).toEqual(['m1'])
  await expect(suggesting.load('nonsense')).rejects.toThrow('list of result items')
  expect(offered()).toEqual(['m1'])
})
