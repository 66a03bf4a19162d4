// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { prepareDom } from '../../testing/dom'
import { LabelStudio, type LabelStudioOptions } from '.'
import { readSettings } from './settings'

const CONFIG = `<View>
  <Choices name="tone" toName="text"><Choice value="Good"/><Choice value="Bad"/></Choices>
  <Text name="text" value="$text"/>
</View>`

const chose = (choice: string, id = 'c1') => ({
  id,
  from_name: 'tone',
  to_name: 'text',
  type: 'choices',
  value: { choices: [choice] },
})

const TASK = {
  id: 12,
  data: { text: 'Hi' },
  annotations: [
    { id: '1001', result: [chose('Good')], createdBy: 'Ada', leadTime: 4 },
    { pk: 'b-7', result: [chose('Bad')] },
  ],
  predictions: [{ id: 3, result: [chose('Bad', 'p1')], createdBy: 'tone-v1', score: 0.7 }],
}

beforeAll(prepareDom)
afterEach(() =>
  act(async () => {
    LabelStudio.destroyAll()
    document.body.replaceChildren()
  }),
)

async function create(options: LabelStudioOptions = {}): Promise<LabelStudio> {
  const element = document.body.appendChild(document.createElement('div'))
  return act(async () => new LabelStudio(element, { config: CONFIG, task: TASK, ...options }))
}

const settled = (run: () => unknown): Promise<void> => act(async () => void (await run()))
const inside = (studio: LabelStudio): ShadowRoot => studio.root.firstElementChild?.shadowRoot as ShadowRoot
const shownIn = (studio: LabelStudio): string | null | undefined =>
  inside(studio).querySelector('.lw-editor')?.textContent
const choose = (studio: LabelStudio, choice: string): Promise<void> =>
  settled(() => {
    const option = [...inside(studio).querySelectorAll('label')].find((it) => it.textContent?.startsWith(choice))
    option?.control?.click()
  })

it('takes an id or an element, and says which id leads nowhere', async () => {
  document.body.innerHTML = '<div id="studio"></div>'
  const studio = await act(async () => new LabelStudio('studio', { config: CONFIG, task: TASK }))
  expect(studio.root.id).toBe('studio')
  expect(LabelStudio.instances).toContain(studio)
  expect(Reflect.get(globalThis, 'Htx')).toBe(studio.store)
  expect(() => new LabelStudio('nowhere')).toThrow('"nowhere"')
})

it('reads annotations and predictions by the ids of the page', async () => {
  const { store } = await create()
  const { annotations, predictions, selected } = store.annotationStore
  expect(annotations.map((it) => it.id)).toEqual(['1001', 'b-7'])
  expect(selected).toBe(annotations[0])
  expect(annotations[0]).toMatchObject({ pk: '1001', createdBy: 'Ada', userGenerate: false })
  expect(annotations[0]?.leadTime).toBeGreaterThanOrEqual(4)
  expect(annotations[1]?.serializeAnnotation()).toEqual([chose('Bad')])
  expect(predictions[0]).toMatchObject({ type: 'prediction', createdBy: 'tone-v1', score: 0.7 })
})

it('tells that it is there in the documented order, to options and to listeners', async () => {
  const told: string[] = []
  const tell = (name: string) => () => void told.push(name)
  const studio = await act(async () => {
    const element = document.body.appendChild(document.createElement('div'))
    const made = new LabelStudio(element, { config: CONFIG, task: TASK, onLabelStudioLoad: tell('load, by option') })
    for (const name of ['taskLoad', 'storageInitialized', 'labelStudioLoad'] as const) made.on(name, tell(name))
    return made
  })
  expect(told).toEqual(['load, by option', 'labelStudioLoad', 'storageInitialized', 'taskLoad'])
  await settled(() => studio.off('taskLoad'))
  await settled(() => studio.store.assignTask({ id: 13, data: '{"text": "Next"}' }))
  expect(told.slice(4)).toEqual(['storageInitialized'])
  expect(studio.store.task?.dataObj).toEqual({ text: 'Next' })
})

it('the new annotation begun when it loads is the one that is open', async () => {
  let begun: unknown
  const { store } = await create({
    task: { id: 1, data: { text: 'Hi' } },
    onLabelStudioLoad: ({ annotationStore }) => {
      begun = annotationStore.addAnnotation({ userGenerate: true })
      annotationStore.selectAnnotation((begun as { id: string }).id)
    },
  })
  expect(store.annotationStore.annotations).toEqual([begun])
  expect(store.annotationStore.selected).toBe(begun)
})

it('submits once, then updates: what is stored has the id that the page tells', async () => {
  const calls: unknown[] = []
  const studio = await create({ task: { id: 1, data: { text: 'Hi' } } })
  await settled(() => {
    studio.on('beforeSaveAnnotation', (_, __, { event }) => void calls.push(event))
    studio.on('submitAnnotation', (_, annotation) => {
      calls.push(annotation.serializeAnnotation().map((it) => it.value))
      annotation.updatePersonalKey('a-9')
    })
    studio.on('updateAnnotation', (_, annotation) => void calls.push(annotation.pk))
  })
  await choose(studio, 'Good')
  await settled(() => studio.store.submitAnnotation())
  await choose(studio, 'Bad')
  await settled(() => studio.store.updateAnnotation())
  expect(calls).toEqual(['submitAnnotation', [{ choices: ['Good'] }], 'updateAnnotation', 'a-9'])
  expect(studio.store.annotationStore.annotations).toHaveLength(1)
})

it('a page that says nothing about the id gets updates all the same', async () => {
  const studio = await create({ task: { id: 1, data: { text: 'Hi' } } })
  await settled(() => studio.store.submitAnnotation())
  expect(studio.store.annotationStore.selected).toMatchObject({ pk: undefined, sentUserGenerate: true })
})

it('beforeSaveAnnotation keeps an annotation from being saved', async () => {
  const submitted = vi.fn()
  const studio = await create({
    task: { id: 1, data: { text: 'Hi' } },
    onBeforeSaveAnnotation: async () => false,
    onSubmitAnnotation: submitted,
  })
  expect(await act(async () => studio.store.submitAnnotation())).toBe(false)
  expect(submitted).not.toHaveBeenCalled()
  expect(studio.store.annotationStore.selected?.userGenerate).toBe(true)
})

it('a page that fails to store is shown, and the annotation stays new', async () => {
  const studio = await create({
    task: { id: 1, data: { text: 'Hi' } },
    onSubmitAnnotation: () => Promise.reject(new Error('No room')),
  })
  expect(await act(async () => studio.store.submitAnnotation())).toBe(false)
  expect(inside(studio).textContent).toContain('No room')
  expect(studio.store.annotationStore.selected?.userGenerate).toBe(true)
})

it('shows another annotation, and tells both', async () => {
  const selected = vi.fn()
  const studio = await create({ onSelectAnnotation: selected })
  const [first, second] = studio.store.annotationStore.annotations
  await settled(() => studio.store.annotationStore.selectAnnotation('b-7'))
  expect(studio.store.annotationStore.selected).toBe(second)
  expect(selected).toHaveBeenCalledExactlyOnceWith(second, first, { fromViewAll: false })
})

it('gives a new annotation the result of the page, or of a prediction', async () => {
  const { store } = await create()
  const { annotationStore } = store
  await settled(() => annotationStore.addAnnotation({ result: [chose('Bad', 'mine')] }))
  expect(annotationStore.selected?.serializeAnnotation()).toMatchObject([{ value: { choices: ['Bad'] } }])
  await settled(() => annotationStore.addAnnotationFromPrediction(annotationStore.predictions[0] as never))
  expect(annotationStore.selected?.parent_prediction).toBe('3')
})

it('adds items to an annotation that is open', async () => {
  const { store } = await create({ task: { id: 1, data: { text: 'Hi' } } })
  await settled(() => store.annotationStore.selected?.deserializeResults(JSON.stringify([chose('Good')])))
  expect(store.annotationStore.selected?.serializeAnnotation()).toMatchObject([{ value: { choices: ['Good'] } }])
  expect(() => store.annotationStore.selected?.deserializeResults('{}')).toThrow('list of items')
})

it('tells of the task what the page has just assigned, before it is drawn', async () => {
  const { store } = await create()
  await settled(() => {
    store.resetState()
    expect(store.annotationStore.annotations).toEqual([])
    store.assignTask({ id: 14, data: { text: 'Later' } })
    store.initializeStore({
      annotations: [
        { id: 5, result: [] },
        { id: 6, result: [] },
      ],
      predictions: [],
    })
    expect(store.annotationStore.selectAnnotation('6')?.pk).toBe('6')
    expect(store.annotationStore.selected?.pk).toBe('6')
  })
  expect(store.annotationStore.selected?.pk).toBe('6')
  expect(store.task?.id).toBe(14)
})

it('shows a message where there is no task, in the words of the page or ours', async () => {
  const studio = await create({ messages: { DONE: 'Thank you!' } })
  await settled(() => studio.store.setFlags({ labeledSuccess: true }))
  expect(shownIn(studio)).toBe('Thank you!')
  await settled(() => studio.store.setFlags({ labeledSuccess: false, noAccess: true }))
  expect(shownIn(studio)).toBe('You have no access to this task.')
  await settled(() => studio.store.resetState())
  expect(shownIn(studio)).toBe('There is no task to label.')
})

it('tells of regions that come and go', async () => {
  const told: string[] = []
  const studio = await create({
    config:
      '<View><Labels name="label" toName="text"><Label value="A" selected="true"/></Labels><Text name="text" value="$text"/></View>',
    task: { id: 1, data: { text: 'Hi' } },
    onEntityCreate: (region) => void told.push(`+${region.labels}`),
    onEntityDelete: (region) => void told.push(`-${region.id}`),
    onRegionFinishedDrawing: () => void told.push('drawn'),
  })
  // The selection of jsdom has no place on the screen: this is what the surface does with one.
  await settled(() =>
    studio.store.annotationStore.selected?.deserializeResults([
      {
        id: 'r',
        from_name: 'label',
        to_name: 'text',
        type: 'labels',
        value: { start: 0, end: 2, text: 'Hi', labels: ['A'] },
      },
    ]),
  )
  // Where models may be asked, what asks them is loaded first.
  await settled(() =>
    vi.waitFor(() => expect(studio.store.annotationStore.selected?.regions.map((it) => it.labels)).toEqual([['A']])),
  )
  const row = inside(studio).querySelector<HTMLElement>('[role="treeitem"]')
  await settled(() => row?.click())
  await settled(() =>
    row?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Backspace', bubbles: true, composed: true })),
  )
  expect(told).toEqual(['-r'])
})

it('buttons of the page stand where it says, and tell when pressed', async () => {
  const pressed = vi.fn()
  const studio = await create({
    customButtons: { _before: [{ name: 'flag', title: 'Flag' }, 'skip'], _replace: { name: 'send', title: 'Send' } },
    onCustomButton: pressed,
  })
  const titles = [...inside(studio).querySelectorAll('footer button')].map((it) => it.textContent).slice(-2)
  expect(titles).toEqual(['Flag', 'Send'])
  const flag = [...inside(studio).querySelectorAll('button')].find((it) => it.textContent === 'Flag')
  await settled(() => flag?.click())
  expect(pressed).toHaveBeenCalledExactlyOnceWith(studio.store, 'flag', {
    isDirty: false,
    entity: studio.store.annotationStore.selected,
    button: { name: 'flag', title: 'Flag' },
  })
})

it('asks models as the page says, which may change its mind', async () => {
  localStorage.clear()
  const smart = CONFIG.replace(
    '<View>',
    '<View><Image name="i" value="$text"/><RectangleLabels name="r" toName="i" smart="true"><Label value="A"/></RectangleLabels>',
  )
  const options = { config: smart, onRegionFinishedDrawing: () => undefined }
  const { store } = await create({ ...options, settings: { autoAnnotation: true } })
  expect([store.autoAnnotation, store.autoAcceptSuggestions, store.awaitingSuggestions]).toEqual([true, false, false])
  await settled(() => store.setAutoAnnotation(false))
  await settled(() => store.setAutoAcceptSuggestions(true))
  expect([store.autoAnnotation, store.autoAcceptSuggestions]).toEqual([false, true])
  await settled(() => store.setAutoAcceptSuggestions(false))
  const forced = await create({ ...options, forceAutoAnnotation: true, forceAutoAcceptSuggestions: true })
  expect([forced.store.autoAnnotation, forced.store.autoAcceptSuggestions]).toEqual([true, true])
  const { store: without } = await create({ ...options, forceAutoAnnotation: true, interfaces: ['controls'] })
  expect(without.autoAnnotation).toBe(false)
})

it('lets the page accept and reject in a review, in its words or ours', async () => {
  const told: unknown[] = []
  const studio = await create({
    interfaces: ['controls', 'submit', 'review'],
    customButtons: { accept: { name: 'ok', title: 'Fine' } },
    onBeforeSaveAnnotation: (_, __, { event }) => event !== 'rejectAnnotation',
    onAcceptAnnotation: (_, { isDirty, entity }) => void told.push(['accept', isDirty, entity?.pk]),
    onRejectAnnotation: () => void told.push('reject'),
  })
  const buttons = [...inside(studio).querySelectorAll<HTMLElement>('footer button')].slice(-2)
  expect(buttons.map((it) => it.textContent)).toEqual(['Reject', 'Fine'])
  await choose(studio, 'Bad')
  for (const button of buttons) await settled(() => button.click())
  expect(told).toEqual([['accept', true, '1001']])
})

it('counts the tasks, and goes to their neighbours when the page listens', async () => {
  const next = vi.fn()
  const options = { interfaces: ['topbar', 'topbar:prevnext', 'topbar:task-counter'], queueTotal: 9, queuePosition: 2 }
  const studio = await create({ ...options, onNextTask: next })
  expect(inside(studio).textContent).toContain('2 of 9')
  expect(inside(studio).querySelector('[aria-label="Previous task"]')).toBeNull()
  await settled(() => inside(studio).querySelector<HTMLElement>('[aria-label="Next task"]')?.click())
  expect(next).toHaveBeenCalledOnce()
})

it('keeps drafts at the page, when it listens', async () => {
  const drafts: unknown[] = []
  const studio = await create({
    onSubmitDraft: (_, annotation) => {
      drafts.push([annotation.pk, annotation.serializeAnnotation().map((it) => it.value)])
      return { id: 40 }
    },
  })
  const [first] = studio.store.annotationStore.annotations
  await choose(studio, 'Bad')
  await settled(() => studio.store.annotationStore.selectAnnotation('b-7'))
  expect(drafts).toEqual([['1001', [{ choices: ['Bad'] }]]])
  expect(first?.draftId).toBe(40)
})

it('asks the page for the address of a file', async () => {
  const asked = vi.fn((_: unknown, url: string) => Promise.resolve(`https://files.example.org/${url.slice(5)}`))
  await create({
    config: '<View><Image name="i" value="$image"/></View>',
    task: { id: 1, data: { image: 's3://pictures/1.png' } },
    onPresignUrlForProject: asked,
  })
  expect(asked.mock.calls.map(([, url]) => url)).toContain('s3://pictures/1.png')
})

it('begins with the settings of the page', async () => {
  const settings = { continuousLabeling: true, showLabels: 'yes', videoHopSize: 5 }
  expect(readSettings(settings)).toEqual({ keepLabels: true })
  const kept = { ...settings, enableLabelTooltips: false }
  const studio = await create({ settings: kept })
  expect(inside(studio).querySelector('.lw-stage kbd')).toBeNull()
})

it('refuses data that is no object, and leaves the page as it was', async () => {
  const element = document.body.appendChild(document.createElement('div'))
  expect(() => new LabelStudio(element, { config: CONFIG, task: { id: 1, data: '[1' } })).toThrow('must be an object')
  expect(element.childElementCount).toBe(0)
  expect(LabelStudio.instances.size).toBe(0)
})

it('goes without a trace', async () => {
  const studio = await create()
  await settled(() => studio.destroy())
  expect(studio.root.childElementCount).toBe(0)
  expect(LabelStudio.instances.size).toBe(0)
  expect('Htx' in globalThis).toBe(false)
})
