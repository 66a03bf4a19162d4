import { ApiError, type Job, OfflineError } from '@labelwright/api'
import { expect, it } from 'vitest'
import { isOver } from './queries.ts'

const running = { id: 1, finished_at: null } as Job
const ended = { id: 1, finished_at: '2026-11-23T10:00:00Z' } as Job
const refused = (status: number) => new ApiError(status, {})

it('watches a job until it has ended', () => {
  expect(isOver(undefined, null)).toBe(false)
  expect(isOver(running, null)).toBe(false)
  expect(isOver(ended, null)).toBe(true)
})

it('goes on watching while the server is away or fails', () => {
  expect(isOver(running, new OfflineError(undefined))).toBe(false)
  expect(isOver(running, refused(503))).toBe(false)
})

it('stops where there is nothing to be shown', () => {
  expect(isOver(running, refused(404))).toBe(true)
  expect(isOver(undefined, refused(403))).toBe(true)
})
