import { expect, it } from 'vitest'
import { ageOf } from './age'

it('tells how long ago something was by the largest unit that fits', () => {
  const now = Date.parse('2026-03-10T12:00:00Z')
  const age = (at: string, style?: 'long') => ageOf(at, style, now)
  expect(age('2026-03-10T11:59:30Z')).toBe('now')
  expect(age('2026-03-10T11:58:00Z', 'long')).toBe('2 minutes ago')
  expect(age('2026-03-08T13:00:00Z', 'long')).toBe('1 day ago')
  expect(age('2024-03-08T13:00:00Z', 'long')).toBe('2 years ago')
  // A clock that is ahead of ours.
  expect(age('2026-03-10T12:05:00Z')).toBe('now')
})
