import { ApiError, OfflineError, type OpenTask } from '@labelwright/api'
import { describe, expect, it } from 'vitest'
import { Outbox, type Waiting } from './outbox.ts'
import { Stream } from './stream.ts'

const task = (id: number) => ({ id, data: {} }) as OpenTask
const nothing = () => Promise.reject(new ApiError(404, { detail: 'There are no tasks' }))
const away = () => Promise.reject(new OfflineError('away'))

/** A server that gives `given` one after the other, and says in advance what will come. */
function server(given: number[]) {
  const media: number[] = []
  const state = { at: 0, away: false, media }
  const api = {
    nextTask: async () =>
      state.away ? away() : given[state.at] === undefined ? nothing() : task(given[state.at] ?? 0),
    prefetchTask: async (_project: number, after: number) => {
      if (state.away) return away()
      const ahead = given[given.indexOf(after) + 1]
      return ahead === undefined ? nothing() : task(ahead)
    },
    prefetchMedia: (ahead: OpenTask) => void media.push(ahead.id),
  }
  return { state, api }
}

function emptyOutbox(waiting: Waiting[] = []): Outbox {
  return new Outbox({ all: async () => waiting, put: async () => undefined, remove: async () => undefined }, 1, away)
}

describe('the label stream', () => {
  it('has the next task and its media before the current one is done', async () => {
    const { state, api } = server([1, 2])
    const stream = new Stream(5, emptyOutbox(), api)
    expect((await stream.current())?.id).toBe(1)
    state.at = 1
    const next = await stream.advance()
    expect(next.task?.id).toBe(2)
    expect(state.media).toEqual([2])
    expect((await next.settled)?.id).toBe(2)
  })

  it('follows the server when somebody else was given the prefetched task', async () => {
    const { state, api } = server([1, 2, 3])
    const stream = new Stream(5, emptyOutbox(), api)
    await stream.current()
    state.at = 2
    const next = await stream.advance()
    expect(next.task?.id).toBe(2)
    expect((await next.settled)?.id).toBe(3)
  })

  it('goes on with the prefetched task while the server is away', async () => {
    const { state, api } = server([1, 2])
    const stream = new Stream(5, emptyOutbox(), api)
    await stream.current()
    await Promise.resolve()
    state.away = true
    const next = await stream.advance()
    expect(next.task?.id).toBe(2)
    expect((await next.settled)?.id).toBe(2)
    await expect(stream.advance()).rejects.toBeInstanceOf(OfflineError)
  })

  it('does not show a task again whose answer waits to be sent', async () => {
    const { state, api } = server([1, 2])
    const waiting: Waiting = { unique_id: 'x', user: 1, task: 2, fields: { result: [] } }
    const outbox = emptyOutbox([waiting])
    const stream = new Stream(5, outbox, api)
    await stream.current()
    state.away = true
    await expect(stream.advance()).rejects.toBeInstanceOf(OfflineError)
  })

  it('ends when there is no work left', async () => {
    const { state, api } = server([1])
    const stream = new Stream(5, emptyOutbox(), api)
    await stream.current()
    state.at = 1
    expect((await stream.advance()).task).toBeUndefined()
  })
})
