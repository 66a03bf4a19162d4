import { expect, it } from 'vitest'
import { labelColours, labelsIn } from './labels.ts'

it('labels are found in the beginning of results, and counted', () => {
  const text =
    '[{id:a,type:labels,value:{start:0,end:3,text:Ada,labels:[PER]}},{value:{labels:[PER, Big place]}},{value:{choices:[news]}}'
  expect(labelsIn(text)).toEqual([
    { label: 'PER', count: 2 },
    { label: 'Big place', count: 1 },
    { label: 'news', count: 1 },
  ])
})

it('boxes, paths of a taxonomy and a result that is cut are read as far as they go', () => {
  expect(
    labelsIn('{value:{x:1,rectanglelabels:[House]}},{value:{taxonomy:[[A,B]]}}').map(({ label }) => label),
  ).toEqual(['House', 'A', 'B'])
  expect(labelsIn('[{value:{text:no labels here')).toEqual([])
})

it('each label has the colour it is drawn in, and a config that is wrong has none', () => {
  const config =
    '<View><Labels name="l" toName="t"><Label value="A" background="#ff0000"/></Labels><Text name="t" value="$t"/></View>'
  expect(labelColours(config).get('A')).toBe('#ff0000')
  expect(labelColours('<View').size).toBe(0)
})
