/**
 * The editor's model with 10,000 regions: reading and writing a result, and one change with its undo. The change is
 * measured beside the same change by copying the map, in the same run.
 *
 *   cd web
 *   npx rolldown ../bench/editor_model.ts --platform node --file node_modules/.cache/editor_model.mjs
 *   node node_modules/.cache/editor_model.mjs
 */

import {
  encode,
  LabelDocument,
  outline,
  type Region,
  readConfig,
  type WireItem,
} from '../web/packages/editor/src/model'
import { createModel } from '../web/packages/editor/src/model/testing'

const COUNT = 10_000

const config = readConfig(`<View><Image name="img" value="$image"/>
  <RectangleLabels name="kind" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <TextArea name="note" toName="img" perRegion="true"/></View>`)

const result: WireItem[] = Array.from({ length: COUNT }, (_, i) => ({
  id: `region-${i}`,
  from_name: 'kind',
  to_name: 'img',
  type: 'rectanglelabels',
  origin: 'manual',
  original_width: 4000,
  original_height: 3000,
  image_rotation: 0,
  value: {
    x: (i * 7) % 97,
    y: (i * 13) % 89,
    width: 1 + (i % 3),
    height: 1 + (i % 5),
    rotation: 0,
    rectanglelabels: [i % 2 ? 'Car' : 'Bus'],
  },
}))

/** Median of several runs, in milliseconds. */
function time(runs: number, run: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[runs >> 1] as number
}

function print(name: string, ms: number): void {
  console.log(`${name.padEnd(52)} ${ms < 1 ? `${(ms * 1000).toFixed(1)} µs` : `${ms.toFixed(1)} ms`}`)
}

const text = JSON.stringify(result)
print(
  'JSON.parse and JSON.stringify, for comparison',
  time(15, () => void JSON.stringify(JSON.parse(text))),
)
print(
  `decode and encode ${COUNT} boxes`,
  time(15, () => void encode(LabelDocument.decode(config, result).document)),
)

const model = createModel({ config, result })
const { document, history } = model
const { store } = document
document.regionsOn('img')
document.regionIds.get()
let renders = 0
store.record('region-5000').subscribe(() => {
  renders += 1
})

let moves = 0
const moved = (region: Region): Region => ({ ...region, shape: { ...region.shape, x: moves++ % 90 } })
print(
  'move one box and undo it',
  time(2000, () => {
    history.mark('move')
    store.transact({ source: 'user' }, (tx) => tx.update('region-5000', (record) => moved(record as Region)))
    history.undo()
  }),
)
if (renders !== 4000) throw new Error(`a follower was told ${renders} times`)

let records: ReadonlyMap<string, unknown> = new Map(store.doc)
print(
  'the same by copying the map for each of the two',
  time(200, () => {
    const before = records
    const next = new Map(records)
    next.set('region-5000', moved(next.get('region-5000') as Region))
    records = next
    records = new Map(before)
  }),
)

print(
  'drag: 300 moves, one undo',
  time(20, () => {
    history.mark('drag')
    for (let i = 0; i < 300; i++) {
      store.transact({ source: 'user' }, (tx) => tx.update('region-5000', (record) => moved(record as Region)))
    }
    history.undo()
  }),
)
const order = { group: 'manual', sort: 'date', direction: 'asc' } as const
print(
  'list of regions for the outliner',
  time(15, () => void outline(document, order)),
)
print(
  'save',
  time(15, () => void model.serialize()),
)
