// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import description from '../openapi.json' with { type: 'json' }
import * as accounts from './accounts.ts'
import * as annotations from './annotations.ts'
import * as comments from './comments.ts'
import * as exports from './exports.ts'
import * as imports from './imports.ts'
import * as jobs from './jobs.ts'
import * as labels from './labels.ts'
import * as organizations from './organizations.ts'
import * as projects from './projects.ts'
import * as tasks from './tasks.ts'
import * as webhooks from './webhooks.ts'

/** Pages, forms and what an answer names: no calls of the API. */
const FORMS = new Set(['avatarAddress', 'logIn', 'signUp'])
const calls: { method: string; path: string }[] = []

beforeEach(() => {
  calls.length = 0
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    calls.push({ method: (init.method ?? 'GET').toLowerCase(), path: new URL(url).pathname })
    return new Response('{}', { status: 200 })
  })
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      status = 200
      responseText = '{}'
      upload = {}
      onload = () => undefined
      open = (method: string, url: string) =>
        void calls.push({ method: method.toLowerCase(), path: new URL(url).pathname })
      setRequestHeader = () => undefined
      send = () => this.onload()
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

const documented = Object.entries(description.paths as Record<string, Record<string, unknown>>).map(
  ([path, methods]) => ({
    pattern: new RegExp(`^${path.replace(/\/$/, '').replace(/\{[^}]+\}/g, '[^/]+')}/?$`),
    methods: Object.keys(methods),
  }),
)

it('every call of the client is one that the server describes', async () => {
  const modules = {
    ...accounts,
    ...annotations,
    ...comments,
    ...exports,
    ...imports,
    ...jobs,
    ...labels,
    ...organizations,
    ...projects,
    ...tasks,
    ...webhooks,
  }
  for (const [name, call] of Object.entries(modules)) {
    if (FORMS.has(name) || typeof call !== 'function') continue
    // Numbers where ids go; what else is missing does not change the address.
    const made = await (call as (...values: unknown[]) => unknown)(1, name === 'importFiles' ? [] : 2, {})
    if (typeof made === 'string') calls.push({ method: 'get', path: new URL(made).pathname })
  }
  expect(calls.length).toBeGreaterThan(35)
  const unknown = calls.filter(
    ({ method, path }) => !documented.some((one) => one.pattern.test(path) && one.methods.includes(method)),
  )
  expect(unknown).toEqual([])
})
