/** A model that knows the street and the harbour: what it suggests is reckoned here, after a while. */

import type { EditorEvents, WireItem } from '../src'
import type { JsonObject } from '../src/model'
import type { Sample } from './samples'

export const SMART = `<View>
  <RectangleLabels name="box" toName="image" smart="true">
    <Label value="Car" background="#e8590c"/><Label value="House" background="#4263eb"/>
  </RectangleLabels>
  <KeyPointLabels name="point" toName="image" smart="true" smartOnly="true">
    <Label value="Object" background="#9c36b5"/>
  </KeyPointLabels>
  <BrushLabels name="mask" toName="image" smart="true"><Label value="Road" background="#0c8599"/></BrushLabels>
  <PolygonLabels name="outline" toName="image"><Label value="Roof" background="#c2255c"/></PolygonLabels>
  <Image name="image" value="$image" height="460"/>
  <Labels name="entity" toName="text" smart="true">
    <Label value="Person" background="#d6336c"/><Label value="Place" background="#2b8a3e"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`

const TEXT = 'Maria left Lisbon for Rotterdam. From Rotterdam Maria wrote to Jonas, who was in Lisbon.'

export const smart =
  (image: () => string): Sample =>
  () => ({ config: SMART, task: { id: 61, data: { image: image(), text: TEXT } } })

const asObject = (value: unknown): JsonObject => value as JsonObject
const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** `?answer=fails|nothing|slow` shows what else can happen. */
export const suggest =
  (answer: string | null): NonNullable<EditorEvents['suggest']> =>
  async ({ result }) => {
    await later(answer === 'slow' ? 8000 : 700)
    if (answer === 'fails') throw new Error('The model is out of memory')
    if (answer === 'nothing') return []
    const [first] = result
    if (!first) return []
    return first.type === 'labels' ? sameWords(first) : outlined(result)
  }

/** Every place where the words stand. */
function sameWords(item: WireItem): WireItem[] {
  const value = asObject(item.value)
  const { text } = value
  return [...TEXT.matchAll(new RegExp(String(text), 'g'))].map(({ index }, at) => ({
    ...item,
    id: `same-${at}`,
    score: 0.9 - at / 20,
    value: { ...value, start: index, end: index + String(text).length },
  }))
}

/** A polygon a little inside of what was drawn; points that are not meant make it smaller. */
function outlined(result: readonly WireItem[]): WireItem[] {
  const shapes = result.map((item) => ({ value: asObject(item.value), no: item.is_positive === false }))
  const places = shapes.filter(({ no }) => !no).map(({ value }) => boxOf(value))
  const shrink = shapes.filter(({ no }) => no).length * 2
  const [x, y] = [Math.min(...places.map((it) => it.x)) + 1, Math.min(...places.map((it) => it.y)) + 1]
  const right = Math.max(...places.map((it) => it.x + it.width)) - 1 - shrink
  const bottom = Math.max(...places.map((it) => it.y + it.height)) - 1 - shrink
  const points = [
    [x + 2, y],
    [right - 2, y],
    [right, bottom - 2],
    [right - 4, bottom],
    [x, bottom - 1],
  ]
  const label = { from_name: 'outline', to_name: 'image', type: 'polygonlabels' }
  const value = { points, closed: true, polygonlabels: ['Roof'] }
  const part = { x: x + 3, y: y + 2, width: (right - x) / 3, height: (bottom - y) / 3, rotation: 0 }
  return [
    { id: 'outline', ...label, score: 0.87, value },
    {
      id: 'part',
      from_name: 'box',
      to_name: 'image',
      type: 'rectanglelabels',
      score: 0.61,
      value: { ...part, rectanglelabels: ['Car'] },
    },
  ]
}

function boxOf(value: JsonObject): { x: number; y: number; width: number; height: number } {
  const number = (key: string, otherwise: number): number => {
    const found = value[key]
    return typeof found === 'number' ? found : otherwise
  }
  if ('rle' in value) return { x: 20, y: 66, width: 60, height: 30 }
  const isPoint = !('height' in value)
  if (isPoint) return { x: number('x', 0) - 8, y: number('y', 0) - 8, width: 16, height: 16 }
  return { x: number('x', 0), y: number('y', 0), width: number('width', 10), height: number('height', 10) }
}
