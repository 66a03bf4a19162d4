import { afterEach, describe, expect, it, vi } from 'vitest'
import type { WireItem } from '../model'
import { type EditorHarness, type TestOptions, testEditor } from '../testing/testEditor'
import type { EditorEvents } from './options'

const CONFIG = `<View>
  <Image name="i" value="$u"/>
  <RectangleLabels name="r" toName="i"><Label value="Box"/></RectangleLabels>
  <KeyPointLabels name="k" toName="i" smartOnly="true"><Label value="Point"/></KeyPointLabels>
  <BrushLabels name="b" toName="i"><Label value="Mask"/></BrushLabels>
  <PolygonLabels name="p" toName="i" smart="false"><Label value="Shape"/></PolygonLabels>
  <Text name="t" value="$t"/><Labels name="l" toName="t"><Label value="Word"/></Labels>
</View>`

const shape = (id: string, x = 10): WireItem => ({
  id,
  from_name: 'p',
  to_name: 'i',
  type: 'polygonlabels',
  score: 0.9,
  value: { points: [[x, 10], [x + 20, 10], [x, 40]], closed: true, polygonlabels: ['Shape'] }, // biome-ignore format: one shape
})

/** A model that answers when it is told to. */
class FakeModel {
  readonly asked: { readonly result: readonly WireItem[]; readonly signal: AbortSignal }[] = []
  private readonly answers: ((items: readonly WireItem[] | Error) => void)[] = []

  suggest: NonNullable<EditorEvents['suggest']> = ({ result }, signal) => {
    this.asked.push({ result, signal })
    return new Promise((resolve, reject) => {
      this.answers.push((items) => (items instanceof Error ? reject(items) : resolve(items)))
    })
  }

  async answer(items: readonly WireItem[] | Error, question = this.asked.length - 1): Promise<void> {
    this.answers[question]?.(items)
    await vi.waitFor(() => undefined)
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
}

async function open(more: TestOptions = {}) {
  const model = new FakeModel()
  const data = { u: 'x.png', t: 'one two one' }
  const ed = await testEditor(CONFIG, { data, on: { suggest: model.suggest }, ...more })
  ed.editor.settings.set({ autoAnnotation: true, autoAccept: false })
  return { ed, model }
}

const prompt = (ed: EditorHarness) => ed.pick('Box').smart('rect').drag([10, 10], [60, 50])
const offered = (ed: EditorHarness) => ed.suggestions.offered.regionIds.get()

describe('asking a model', () => {
  it('tells it what was drawn, which no result holds', async () => {
    const { ed, model } = await open()
    prompt(ed)
    expect(model.asked[0]?.result).toMatchObject([
      { from_name: 'r', type: 'rectanglelabels', original_width: 100, value: { x: 10, width: 50 } },
    ])
    expect(ed.result()).toEqual([])
    expect(ed.suggestions.asking.get()).toEqual({ kind: 'asking' })
    await model.answer([shape('a')])
    expect(ed.suggestions.asking.get()).toEqual({ kind: 'idle' })
    expect(ed.result()).toEqual([])
    expect(offered(ed)).toEqual(['a'])
  })

  it('gathers points, and says which of them are not meant', async () => {
    const { ed, model } = await open()
    ed.pick('Point').smart('keypoint').click([20, 20])
    ed.holding({ alt: true }).click([40, 40])
    expect(model.asked.at(-1)?.result.map((it) => it.is_positive)).toEqual([true, false])
    await model.answer([shape('a')])
    ed.holding({}).click([25, 25])
    expect(model.asked.at(-1)?.result).toHaveLength(3)
    await model.answer([shape('b', 30)])
    expect(offered(ed)).toEqual(['b'])
  })

  it('overtakes an older question with a newer one', async () => {
    const { ed, model } = await open()
    ed.pick('Point').smart('keypoint').click([20, 20])
    ed.click([30, 30])
    expect(model.asked[0]?.signal.aborted).toBe(true)
    await model.answer([shape('late')], 0)
    expect(offered(ed)).toEqual([])
    await model.answer([shape('now')], 1)
    expect(offered(ed)).toEqual(['now'])
  })

  it('begins anew with another label, and keeps what waits for a decision', async () => {
    const { ed, model } = await open()
    prompt(ed)
    await model.answer([shape('a')])
    ed.annotation.session.activeLabels.set(new Map())
    ed.pick('Point').smart('keypoint').click([20, 20])
    expect(model.asked.at(-1)?.result).toMatchObject([{ type: 'keypointlabels' }])
    await model.answer([shape('b', 30)])
    expect(offered(ed)).toEqual(['a', 'b'])
  })

  it('keeps what was drawn when it fails, and asks again', async () => {
    const { ed, model } = await open()
    prompt(ed)
    await model.answer(new Error('out of memory'))
    expect(ed.suggestions.asking.get()).toEqual({ kind: 'failed', message: 'out of memory' })
    expect(ed.suggestions.prompts.items()).toHaveLength(1)
    ed.suggestions.askAgain()
    expect(model.asked[1]?.result).toEqual(model.asked[0]?.result)
  })

  it('says when the answer fits nothing here, or there is none', async () => {
    const { ed, model } = await open()
    prompt(ed)
    await model.answer([{ id: 'x', from_name: 'other', to_name: 'elsewhere', type: 'rectangle', value: {} }])
    expect(ed.suggestions.asking.get()).toEqual({ kind: 'failed' })
    ed.suggestions.askAgain()
    await model.answer([])
    expect(ed.suggestions.asking.get()).toEqual({ kind: 'nothing' })
    expect(ed.result()).toEqual([])
  })

  it('is stopped by Escape, which takes the prompts away', async () => {
    const { ed, model } = await open()
    prompt(ed)
    ed.editor.actions.escape()
    expect(model.asked[0]?.signal.aborted).toBe(true)
    expect(ed.suggestions.prompts.isEmpty).toBe(true)
    await model.answer([shape('a')])
    expect(offered(ed)).toEqual([])
  })

  it('takes prompts back one by one by undo, before anything that was done', async () => {
    const { ed, model } = await open()
    ed.pick('Box').tool('rect').drag([70, 70], [90, 90])
    ed.pick('Point').smart('keypoint').click([20, 20])
    ed.click([30, 30])
    ed.editor.actions.undo()
    expect(model.asked.at(-1)?.result).toHaveLength(1)
    ed.editor.actions.undo()
    expect(ed.suggestions.asking.get()).toEqual({ kind: 'idle' })
    expect(ed.regions()).toHaveLength(1)
    ed.editor.actions.undo()
    expect(ed.regions()).toHaveLength(0)
  })
})

describe('a brush that asks', () => {
  afterEach(() => void vi.useRealTimers())

  it('waits until it rests, and goes on with the same mask', async () => {
    const { ed, model } = await open()
    vi.useFakeTimers()
    ed.pick('Mask').smart('brush').drag([10, 10], [30, 30])
    vi.advanceTimersByTime(1000)
    ed.drag([30, 30], [50, 20])
    vi.advanceTimersByTime(1000)
    expect(model.asked).toHaveLength(0)
    vi.advanceTimersByTime(300)
    expect(model.asked).toHaveLength(1)
    expect(model.asked[0]?.result).toHaveLength(1)
  })
})

describe('deciding', () => {
  it('makes a region of what is accepted, in one step; the prompts have done their work', async () => {
    const { ed, model } = await open()
    prompt(ed)
    await model.answer([shape('a')])
    ed.suggestions.accept(['a'])
    expect(ed.result()).toMatchObject([{ id: 'a', origin: 'prediction', score: 0.9, original_width: 100 }])
    expect(ed.suggestions.prompts.isEmpty).toBe(true)
    ed.undo()
    expect(ed.result()).toEqual([])
  })

  it('says of an accepted region that was changed that it was', async () => {
    const { ed, model } = await open()
    prompt(ed)
    await model.answer([shape('a')])
    ed.suggestions.acceptAll()
    ed.annotation.setNote('a', 'a little to the left')
    expect(ed.result()).toMatchObject([{ origin: 'prediction-changed' }])
  })

  it('leaves nothing of what is rejected', async () => {
    const { ed, model } = await open()
    prompt(ed)
    await model.answer([shape('a'), shape('b', 40)])
    ed.suggestions.reject(['a'])
    expect(ed.suggestions.prompts.isEmpty).toBe(false)
    ed.suggestions.rejectAll()
    expect(ed.suggestions.prompts.isEmpty).toBe(true)
    expect(ed.result()).toEqual([])
  })

  it('gives a region whose id is taken another one, with its relations', async () => {
    const { ed, model } = await open({ result: [shape('a')], annotationId: 1 })
    prompt(ed)
    await model.answer([shape('a', 40), shape('b', 60), { type: 'relation', from_id: 'a', to_id: 'b' }])
    ed.suggestions.acceptAll()
    expect(ed.regions()).toHaveLength(3)
    const relation = ed.result().find((it) => it.type === 'relation')
    expect(relation?.to_id).toBe('b')
    expect(relation?.from_id).not.toBe('a')
  })

  it('is not asked for where the person trusts the model', async () => {
    const { ed, model } = await open()
    ed.editor.settings.set({ autoAccept: true })
    prompt(ed)
    await model.answer([shape('a'), shape('b', 40)])
    expect(ed.regions().map((it) => it.id)).toEqual(['a', 'b'])
    ed.undo()
    expect(ed.regions()).toEqual([])
  })
})

describe('words', () => {
  const word = (start: number, id: string): WireItem => ({
    id,
    from_name: 'l',
    to_name: 't',
    type: 'labels',
    value: { start, end: start + 3, text: 'one', labels: ['Word'] },
  })
  const mark = (ed: EditorHarness): string => {
    ed.pick('Word')
    const made = ed.annotation.create({ target: 't', kind: 'span', shape: { start: 0, end: 3, text: 'one' } })
    if (!('id' in made)) throw new Error('refused')
    ed.editor.finished(made.id)
    return made.id
  }

  it('are asked about as they are labelled; the answer takes their place at once', async () => {
    const { ed, model } = await open()
    const id = mark(ed)
    expect(model.asked[0]?.result).toMatchObject([{ id, type: 'labels', value: { start: 0 } }])
    await model.answer([word(0, 'x'), word(8, 'y')])
    expect(ed.regions().map((it) => it.id)).toEqual(['x', 'y'])
    ed.undo()
    expect(ed.regions().map((it) => it.id)).toEqual([id])
  })

  it('stay as they were marked when there is no answer', async () => {
    const { ed, model } = await open()
    const id = mark(ed)
    await model.answer([])
    ed.suggestions.askAgain()
    await model.answer(new Error('gone'))
    expect(ed.regions().map((it) => it.id)).toEqual([id])
  })
})

describe('smart tools', () => {
  it('are none where nobody can be asked, or nobody wants to', async () => {
    const without = await testEditor(CONFIG)
    without.editor.settings.set({ autoAnnotation: true })
    expect([without.editor.assist.possible, without.editor.assist.on]).toEqual([false, false])
    const { ed } = await open()
    ed.editor.settings.set({ autoAnnotation: false })
    expect([ed.editor.assist.possible, ed.editor.assist.on]).toEqual([true, false])
    const forced = await open({ forceAutoAnnotation: true, forceAutoAcceptSuggestions: true })
    forced.ed.editor.settings.set({ autoAnnotation: false })
    expect([forced.ed.editor.assist.on, forced.ed.editor.assist.accepts]).toEqual([true, true])
  })

  it('draw only for controls that are smart, others only for those that are not smart alone', async () => {
    const { ed } = await open()
    const names = (kind: string, hand: 'plain' | 'smart') => ed.annotation.makers('i', kind, hand).map((it) => it.name)
    expect([names('keypoint', 'plain'), names('keypoint', 'smart')]).toEqual([[], ['k']])
    expect([names('polygon', 'plain'), names('polygon', 'smart')]).toEqual([['p'], []])
    expect([names('rect', 'plain'), names('rect', 'smart')]).toEqual([['r'], ['r']])
  })
})
