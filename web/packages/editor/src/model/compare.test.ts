import { describe, expect, it } from 'vitest'
import { compareDocuments, LabelDocument, readConfig, type WireItem } from '.'
import { addUp, meanOf, summaryControls, tallyOf } from './summary'

const CONFIG = `<View><Image name="i" value="$u"/><Text name="t" value="$u"/>
<RectangleLabels name="r" toName="i"><Label value="Car"/><Label value="House"/></RectangleLabels>
<Labels name="l" toName="t"><Label value="Person"/></Labels>
<Choices name="state" toName="i" perRegion="true"><Choice value="Old"/></Choices>
<Choices name="tone" toName="t"><Choice value="Good"/><Choice value="Bad"/></Choices>
<Rating name="stars" toName="t"/></View>`
const config = readConfig(CONFIG, { u: 'x' })
const read = (...items: WireItem[]) => LabelDocument.decode(config, items).document

const box = (id: string, x: number, width = 10, label = 'Car'): WireItem => ({
  id,
  from_name: 'r',
  to_name: 'i',
  type: 'rectanglelabels',
  original_width: 200,
  original_height: 100,
  value: { x, y: 10, width, height: 10, rotation: 0, rectanglelabels: [label] },
})
const span = (id: string, start: number, end: number): WireItem => ({
  id,
  from_name: 'l',
  to_name: 't',
  type: 'labels',
  value: { start, end, labels: ['Person'] },
})
const answer = (name: string, type: string, value: WireItem): WireItem => ({
  id: name,
  from_name: name,
  to_name: 't',
  type,
  value,
})
const tone = (choice: string) => answer('tone', 'choices', { choices: [choice] })

const regionsOf = (a: WireItem[], b: WireItem[]) =>
  compareDocuments(read(...a), read(...b)).regions.map(({ status, a: one, b: other, aspects }) => [
    status,
    one,
    other,
    ...aspects,
  ])

describe('comparing', () => {
  it('pairs regions by id, wherever they went', () => {
    expect(regionsOf([box('x', 0)], [box('x', 80, 10, 'House')])).toEqual([['changed', 'x', 'x', 'place', 'labels']])
  })

  it('pairs regions of other ids by how much they overlap, the best first', () => {
    const pairs = regionsOf([box('a', 0), box('b', 50)], [box('c', 3), box('d', 1), box('e', 50)])
    expect(pairs).toEqual([
      ['changed', 'a', 'd', 'place'],
      ['same', 'b', 'e'],
      ['onlyB', undefined, 'c'],
    ])
  })

  it('calls what hardly overlaps two things', () => {
    expect(regionsOf([box('a', 0)], [box('b', 8)])).toEqual([
      ['onlyA', 'a', undefined],
      ['onlyB', undefined, 'b'],
    ])
  })

  it('pairs spans by what they share', () => {
    const [pair] = compareDocuments(read(span('a', 0, 10)), read(span('b', 2, 10))).regions
    expect(pair).toEqual({ status: 'changed', a: 'a', b: 'b', aspects: ['place'], overlap: 0.8 })
  })

  it('pairs a wide region with one that begins long after it', () => {
    expect(regionsOf([box('a', 0, 90)], [box('s', 1, 2), box('b', 20, 70)])).toEqual([
      ['changed', 'a', 'b', 'place'],
      ['onlyB', undefined, 's'],
    ])
  })

  it('tells different answers about a region from different labels', () => {
    const old: WireItem = { ...box('x', 0), from_name: 'state', type: 'choices', value: { choices: ['Old'] } }
    expect(regionsOf([box('x', 0)], [box('x', 0), old])).toEqual([['changed', 'x', 'x', 'answers']])
  })

  it('names answers about the whole task that are not the same', () => {
    const { answers } = compareDocuments(
      read(tone('Good')),
      read(tone('Bad'), answer('stars', 'rating', { rating: 3 })),
    )
    expect(answers.map(({ control, a, b }) => [control.name, a, b])).toEqual([
      ['tone', ['Good'], ['Bad']],
      ['stars', undefined, 3],
    ])
  })

  it('compares thousands in a moment', () => {
    const many = (prefix: string, by: number) =>
      read(...Array.from({ length: 3000 }, (_, n) => box(`${prefix}${n}`, (n % 300) / 3 + by, 0.3)))
    const { regions } = compareDocuments(many('a', 0), many('b', 0.02))
    expect(regions.filter(({ status }) => status === 'changed')).toHaveLength(3000)
  })
})

describe('the summary', () => {
  it('has controls about the task first, then labels, then those about regions', () => {
    expect(summaryControls(config).map((it) => it.name)).toEqual(['tone', 'stars', 'r', 'l', 'state'])
  })

  it('counts labels and answers, and adds them up', () => {
    const [labels, stars] = [config.controls.get('r'), config.controls.get('stars')]
    if (!labels || !stars) throw new Error('no controls')
    const one = tallyOf(read(box('a', 0), box('b', 50, 10, 'House')), labels)
    expect([...addUp([one, tallyOf(read(box('c', 0)), labels)])]).toEqual([
      ['Car', 2],
      ['House', 1],
    ])
    const rated = [2, 5].map((rating) => tallyOf(read(answer('stars', 'rating', { rating })), stars))
    expect(meanOf(addUp(rated))).toBe(3.5)
    expect(meanOf(one)).toBeUndefined()
  })
})
