// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { labelEvents } from './labels.ts'

afterEach(() => vi.unstubAllGlobals())

const link = (from_name: string, value: unknown) => ({
  id: 1,
  project: 7,
  from_name,
  label: { id: 1, title: '', value },
})

it('lists what was added to a project, all pages of it, and leaves out what is no path', async () => {
  const pages = [
    { results: [link('kind', ['A', 'B']), link('kind', { odd: true })], next: 'page=2' },
    { results: [link('kind', [['C']]), link('other', 'D')], next: null },
  ]
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(new URL(url).search)
    return Response.json(pages[asked.length - 1])
  })
  expect(await labelEvents(7).list()).toEqual([
    { control: 'kind', path: ['A', 'B'] },
    { control: 'kind', path: ['C'] },
    { control: 'other', path: ['D'] },
  ])
  expect(asked).toEqual(['?project=7&page=1&expand=label', '?project=7&page=2&expand=label'])
})

it('adds an item under a title of its own', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)))
    return Response.json([], { status: 201 })
  })
  await labelEvents(7).add({ control: 'kind', path: ['A', 'B'] })
  expect(sent).toEqual([[{ project: 7, from_name: 'kind', title: 'A / B', value: ['A', 'B'] }]])
})
