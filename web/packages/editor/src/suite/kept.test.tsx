// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import {
  deleteRegions,
  isObject,
  type Json,
  type JsonObject,
  LabelDocument,
  type RegionId,
  readConfig,
  setNote,
  updateRegion,
} from '../model'
import { encode } from '../model/results/encode'
import { dataFor } from '../testing/examples'
import { showEditor, useShownEditors } from '../testing/showEditor'

/** Results as they come, in all their forms: what nobody touches is saved as it came. */

// biome-ignore lint/correctness/useHookAtTopLevel: a hook of Vitest, not of React
useShownEditors()

interface ResultCase {
  readonly name: string
  readonly config: string
  readonly data?: JsonObject
  readonly result: Json[]
  /** What cannot be understood, in `kept/`. */
  readonly odd?: Json[]
}

const files = import.meta.glob<ResultCase[]>('../../../../../spec/cases/{results,kept}/*.json', {
  eager: true,
  import: 'default',
})

const cases = Object.entries(files).flatMap(([path, list]) =>
  list.map((one) => [`${path.split('/').slice(-2).join('/')}: ${one.name}`, { ...one, path }] as const),
)

const text = (result: unknown): string => JSON.stringify(result)
function opened({ config, data, result }: ResultCase) {
  let count = 0
  return LabelDocument.decode(readConfig(config, data), result, { newId: () => `new-${count++}` })
}

describe.each(cases.filter(([, { path }]) => path.includes('/kept/')))('%s', (_, given) => {
  it('is understood but for what it says itself', () => {
    const { document, problems } = opened(given)
    expect(problems).toEqual(given.odd ?? [])
    expect(text(encode(document))).toBe(text(given.result))
  })
})

describe.each(cases)('%s', (_, given) => {
  it('is saved as it came by those who open it and look at every region', async () => {
    const { config, result } = given
    const data = given.data ?? dataFor(config)
    const ed = await showEditor(config, { data, task: { annotations: [{ id: 1, result: result as JsonObject[] }] } })
    const { annotation, work } = ed.model
    for (const { id } of annotation?.document.regions() ?? []) ed.model.actions.select(id)
    expect(text(work.get()?.result())).toBe(text(result))
    expect(annotation?.unsaved.get()).toBe(false)
  })

  it.each([
    ['moved', moved],
    ['given a note', noted],
  ] as const)('stays as it came but for the one region that is %s', (_, change) => {
    for (const { id, readonly = false } of opened(given).document.regions()) {
      const { document } = opened(given)
      const own = new Set(document.answersOf(id).map((it) => it.raw as Json))
      change(document, id)
      const saved = encode(document)
      expect(saved).toHaveLength(given.result.length)
      const changed = given.result.filter((item, index) => text(saved[index]) !== text(item))
      expect(changed.filter((item) => !own.has(item))).toEqual([])
      expect(changed.length > 0).toBe(!readonly)
    }
  })

  it('stays as it came but for the one region that is deleted, and what hangs on it', () => {
    for (const { id, readonly = false } of opened(given).document.regions()) {
      const { document } = opened(given)
      const spoken = [...document.answersOf(id), ...document.relationsOf(id), ...document.extrasOf(id)]
      const gone = new Set(readonly ? [] : spoken.map((it) => it.raw as Json))
      deleteRegions(document, [id])
      const left = given.result.filter((item) => !gone.has(item))
      expect(encode(document).map((it) => text(orphaned(it)))).toEqual(left.map((it) => text(orphaned(it))))
    }
  })
})

/** Another place, whatever kind of place it is. */
function moved(document: LabelDocument, id: RegionId): void {
  const shape = document.region(id)?.shape ?? {}
  updateRegion(document, id, { shape: { ...shape, [Object.keys(shape)[0] ?? 'x']: 'elsewhere' } })
}

const noted = (document: LabelDocument, id: RegionId): void => setNote(document, id, 'looked at')

/** Without what it hung on, which may be gone. */
function orphaned(item: Json | undefined): Json | undefined {
  if (!isObject(item)) return item
  const { parentID: _, parent_id: _old, ...rest } = item
  return rest
}
