import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { indexedDbJournal } from './journal'

const entry = { result: [{ id: 'a' }], savedAt: 1, leadTime: 2 }

describe('the journal in the browser', () => {
  it('keeps entries over pages until they are removed', async () => {
    await indexedDbJournal('ada').save('1/new', entry)
    const next = indexedDbJournal('ada')
    expect(await next.load('1/new')).toEqual(entry)
    await next.remove('1/new')
    expect(await next.load('1/new')).toBeUndefined()
  })

  it('keeps the work of two people at one browser apart', async () => {
    await indexedDbJournal('ada').save('1/new', entry)
    expect(await indexedDbJournal('bob').load('1/new')).toBeUndefined()
  })
})
