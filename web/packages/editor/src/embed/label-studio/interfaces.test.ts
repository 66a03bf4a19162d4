import { expect, it } from 'vitest'
import { DEFAULT_INTERFACES, optionsFor } from './interfaces'

const shown = (...names: string[]): string[] =>
  Object.entries(optionsFor(new Set(names)).show ?? {}).flatMap(([part, isShown]) => (isShown ? [part] : []))

it('shows the parts that are named, and no others', () => {
  expect(shown()).toEqual([])
  expect(shown('side-column')).toEqual(['panels'])
  expect(shown('annotations:delete').sort()).toEqual(['deleteAnnotation', 'topBar'])
  expect(shown('some-plugin')).toEqual([])
})

it('shows no way out without the controls', () => {
  expect(shown('submit', 'update', 'skip')).toEqual([])
  expect(shown('submit', 'skip', 'controls').sort()).toEqual(['skip', 'submit'])
})

it('refuses an empty annotation when asked to', () => {
  expect(optionsFor(new Set(['annotations:deny-empty'])).allowEmpty).toBe(false)
  expect(optionsFor(new Set(DEFAULT_INTERFACES)).allowEmpty).toBe(true)
})

it('shows everything but the star of ground truths by default', () => {
  const { show } = optionsFor(new Set(DEFAULT_INTERFACES))
  expect(Object.entries(show ?? {}).filter(([, isShown]) => !isShown)).toEqual([['groundTruth', false]])
})

it('keeps names and times from people when asked to', () => {
  expect(optionsFor(new Set(['annotations:hide-info'])).show?.authors).toBe(false)
  expect(optionsFor(new Set(['topbar'])).show?.authors).toBeUndefined()
})
