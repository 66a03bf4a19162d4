// @vitest-environment jsdom
import type { Job } from '@labelwright/api'
import { afterEach, expect, it, vi } from 'vitest'

const job = (id: number) => ({ id, project: 7 }) as Job

async function page() {
  vi.resetModules()
  return import('./watched.ts')
}

afterEach(() => sessionStorage.clear())

it('jobs begun here are still watched after a reload', async () => {
  const before = await page()
  before.watch(job(1))
  before.watch(job(2))
  before.told(2)
  before.unwatch(3)
  const after = await page()
  expect(after.watched()).toEqual([
    { id: 1, project: 7 },
    { id: 2, project: 7, told: true },
  ])
})

it('a job that runs again is announced again', async () => {
  const { told, watch, watched } = await page()
  watch(job(1))
  told(1)
  watch(job(1))
  expect(watched()).toEqual([{ id: 1, project: 7 }])
})

it('what somebody else left in the storage does no harm', async () => {
  sessionStorage.setItem('labelwright.jobs', '{broken')
  expect((await page()).watched()).toEqual([])
})

it('listeners hear of every change', async () => {
  const { onWatched, unwatch, watch } = await page()
  const heard = vi.fn()
  const end = onWatched(heard)
  watch(job(1))
  unwatch(1)
  end()
  watch(job(2))
  expect(heard).toHaveBeenCalledTimes(2)
})
