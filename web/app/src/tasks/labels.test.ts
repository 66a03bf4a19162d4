import { expect, it } from 'vitest'
import { labelColours } from './labels.ts'

it('each label has the colour it is drawn in, and a config that is wrong has none', () => {
  const config =
    '<View><Labels name="l" toName="t"><Label value="A" background="#ff0000"/></Labels><Text name="t" value="$t"/></View>'
  expect(labelColours(config).get('A')).toBe('#ff0000')
  expect(labelColours('<View').size).toBe(0)
})
