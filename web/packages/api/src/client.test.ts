// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError, address, basePath, OfflineError, onReachable, onSessionExpired, request } from './client.ts'

const answers: (Response | Error)[] = []
const calls: Request[] = []

function answer(status: number, body: unknown = {}): void {
  answers.push(new Response(status === 204 ? null : JSON.stringify(body), { status }))
}

beforeEach(() => {
  answers.length = 0
  calls.length = 0
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    calls.push(new Request(url, init))
    const next = answers.shift() ?? new TypeError('Failed to fetch')
    if (next instanceof Error) throw next
    return next
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.head.innerHTML = ''
})

describe('addresses', () => {
  it('stand below the base path that the page was served with', () => {
    document.head.innerHTML = '<base href="/sub/labels/">'
    expect(basePath()).toBe('/sub/labels')
    expect(new URL(address('/api/projects/', { page: 2, title: undefined })).pathname).toBe('/sub/labels/api/projects/')
    expect(new URL(address('api/projects/', { page: 2, title: undefined })).search).toBe('?page=2')
  })

  it('have no base path at the root of a server', () => {
    expect(basePath()).toBe('')
  })
})

describe('request', () => {
  it('sends the CSRF token with what changes something, and only then', async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie is what is tested
    document.cookie = 'csrftoken=abc123'
    answer(200)
    answer(201)
    await request('api/projects/')
    await request('api/projects/', { method: 'POST', body: { title: 'x' } })
    expect(calls.map((call) => call.headers.get('X-CSRFToken'))).toEqual([null, 'abc123'])
  })

  it('has browsers hold on to no more than they take of a page that goes', async () => {
    const kept: (boolean | undefined)[] = []
    const held: (() => void)[] = []
    vi.stubGlobal('fetch', (_: string, { keepalive }: RequestInit) => {
      kept.push(keepalive)
      return new Promise((resolve) => held.push(() => resolve(new Response('{}'))))
    })
    const send = (text: string) => request('a', { method: 'POST', body: { text }, keepalive: true })
    // Of what is not ASCII a letter is several bytes.
    const sent = [send('x'.repeat(30_000)), send('永'.repeat(11_000)), send('x'.repeat(20_000))]
    for (const answer of held) answer()
    await Promise.all(sent)
    const last = send('永'.repeat(11_000))
    held.at(-1)?.()
    await last
    expect(kept).toEqual([true, false, true, true])
  })

  it('tells which field was wrong, from the envelope and from the bare dictionary', async () => {
    answer(400, { detail: 'Validation error', validation_errors: { title: ['Too short.'] } })
    answer(400, { label_config: ['Bad XML'] })
    const first = await request('a').catch((error: unknown) => error)
    const second = await request('b').catch((error: unknown) => error)
    expect(first).toBeInstanceOf(ApiError)
    expect(first).toMatchObject({ status: 400, message: 'Too short.', fields: { title: ['Too short.'] } })
    expect(second).toMatchObject({ message: 'Bad XML', fields: { label_config: ['Bad XML'] } })
  })

  it('tells a server that is away from one that refuses', async () => {
    const heard: boolean[] = []
    const stop = onReachable((reachable) => heard.push(reachable))
    answers.push(new TypeError('Failed to fetch'))
    answer(502)
    answer(403, { detail: 'No.' })
    await expect(request('a')).rejects.toBeInstanceOf(OfflineError)
    await expect(request('b')).rejects.toBeInstanceOf(OfflineError)
    await expect(request('c')).rejects.toBeInstanceOf(ApiError)
    stop()
    expect(heard).toEqual([false, false, true])
  })

  it('asks once to log in again when several calls meet an ended session, then sends all of them again', async () => {
    let asked = 0
    let loggedIn: () => void = () => undefined
    const stop = onSessionExpired(() => {
      asked += 1
      return new Promise((resolve) => {
        loggedIn = resolve
      })
    })
    answer(401)
    answer(401)
    const both = Promise.all([request('a'), request('b')])
    await vi.waitFor(() => expect(calls).toHaveLength(2))
    answer(200, { from: 'a' })
    answer(200, { from: 'b' })
    await vi.waitFor(() => expect(asked).toBe(1))
    loggedIn()
    expect(await both).toEqual([{ from: 'a' }, { from: 'b' }])
    stop()
  })

  it('leaves a 401 alone where nobody needs to be logged in', async () => {
    const stop = onSessionExpired(() => Promise.reject(new Error('must not ask')))
    answer(401, { detail: 'Authentication credentials were not provided.' })
    await expect(request('a', { anonymous: true })).rejects.toMatchObject({ status: 401 })
    stop()
  })
})
