import { expect, it } from 'vitest'
import { orphansIn } from './orphans.ts'

const LABELS =
  'These labels still exist in annotations or drafts:\nCar (old) (3 annotations, 1 drafts)\nBus (1 annotations, 0 drafts)\nPlease add labels to tag with name="box".'
const REMOVED = 'There are 4 annotation(s) created with tag "box", you can\'t remove it'

it('reads which labels would be lost, and how often they are used', () => {
  expect(orphansIn([LABELS])).toEqual({
    labels: [
      { label: 'Car (old)', annotations: 3, drafts: 1 },
      { label: 'Bus', annotations: 1, drafts: 0 },
    ],
    refused: [],
  })
})

it('keeps what saving is refused for as the server says it', () => {
  expect(orphansIn([REMOVED, LABELS])).toMatchObject({ refused: [REMOVED] })
})

it('is silent about anything else', () => {
  expect(orphansIn([])).toBeUndefined()
  expect(orphansIn([LABELS, 'Validation failed on line 3'])).toBeUndefined()
})
