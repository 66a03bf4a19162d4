import { describe, expect, it } from 'vitest'
import { readConfig } from './config'
import { LabelDocument } from './document'
import type { WireItem } from './records'
import { encode } from './results/encode'
import { readSuggested, takeSuggested } from './suggest'

const CONFIG = `<View><Image name="i" value="$u"/><RectangleLabels name="r" toName="i"><Label value="A"/></RectangleLabels>
  <Choices name="c" toName="i"><Choice value="Yes"/><Choice value="No"/></Choices>
  <TextArea name="n" toName="i" perRegion="true"/></View>`
const box = (id: string, more: object = {}): WireItem => ({
  id,
  from_name: 'r',
  to_name: 'i',
  type: 'rectanglelabels',
  value: { x: 1, y: 2, width: 3, height: 4, rotation: 0, rectanglelabels: ['A'] },
  ...more,
})
const choice = (choices: string[]): WireItem => ({
  id: 'c1',
  from_name: 'c',
  to_name: 'i',
  type: 'choices',
  value: { choices },
})
const documentOf = (...items: WireItem[]) => LabelDocument.decode(readConfig(CONFIG), items).document

describe('what a model suggests', () => {
  it('is taken with its answers, as a prediction, where it was asked for', () => {
    const document = documentOf()
    const text = { id: 'a', from_name: 'n', to_name: 'i', type: 'textarea', value: { text: ['12'] } }
    const answer = readSuggested(document, [box('a', { score: 0.5 }), text])
    takeSuggested(document, answer, ['a'], { outer: { original_width: 9, original_height: 8 }, itemIndex: 2 })
    expect(encode(document)).toMatchObject([
      { id: 'a', origin: 'prediction', score: 0.5, original_width: 9, item_index: 2 },
      { id: 'a', type: 'textarea', origin: 'prediction' },
    ])
  })

  it('keeps what it says itself of its place', () => {
    const document = documentOf()
    const answer = readSuggested(document, [box('a', { original_width: 4, item_index: 0 })])
    takeSuggested(document, answer, ['a'], { outer: { original_width: 9 }, itemIndex: 2 })
    expect(encode(document)).toMatchObject([{ original_width: 4, item_index: 0 }])
  })

  it('never overwrites an answer that somebody has given', () => {
    const document = documentOf(choice(['Yes']))
    takeSuggested(document, readSuggested(document, [choice(['No'])]), [])
    expect(encode(document)).toMatchObject([{ value: { choices: ['Yes'] } }])
    const empty = documentOf()
    takeSuggested(empty, readSuggested(empty, [choice(['No'])]), [])
    expect(encode(empty)).toMatchObject([{ value: { choices: ['No'] }, origin: 'prediction' }])
  })

  it('hangs on parents that are there, and on no others', () => {
    const document = documentOf(box('p'))
    const answer = readSuggested(document, [box('a', { parentID: 'gone' }), box('p'), box('b', { parentID: 'p' })])
    const ids = takeSuggested(document, answer, answer.regionIds.get())
    expect(document.region('a')?.parent).toBeUndefined()
    expect(document.region('b')?.parent).toBe(ids[1])
    expect(ids[1]).not.toBe('p')
  })
})
