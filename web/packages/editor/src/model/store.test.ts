import { describe, expect, it } from 'vitest'
import { Grouping } from './grouping'
import type { Answer, Diff, DocRecord, Region, Source } from './records'
import { Store } from './store'
import { answer, region } from './testing'

const user = { source: 'user' } as const

const isAnswer = (record: DocRecord): record is Answer => record.record === 'answer'

describe('Store', () => {
  it('tells listeners once per transaction what was added, updated and removed', () => {
    const store = new Store([region('a'), region('b')])
    const seen: [Diff, Source][] = []
    store.subscribe((diff, source) => seen.push([diff, source]))
    store.transact(user, (tx) => {
      tx.put(region('c'))
      tx.update('a', (record) => ({ ...(record as Region), score: 0.5 }))
      tx.remove('b')
    })
    expect(seen).toHaveLength(1)
    const [diff, source] = seen[0] as [Diff, Source]
    expect(source).toBe('user')
    expect([...diff.added.keys()]).toEqual(['c'])
    expect(diff.updated.get('a')?.[1]).toMatchObject({ score: 0.5 })
    expect([...diff.removed.keys()]).toEqual(['b'])
  })

  it('says nothing when changes inside one transaction cancel out', () => {
    const store = new Store()
    let calls = 0
    store.subscribe(() => {
      calls += 1
    })
    store.transact(user, (tx) => {
      tx.put(region('a'))
      tx.remove('a')
    })
    expect(calls).toBe(0)
    expect(store.version).toBe(0)
  })

  it('takes everything back when a transaction throws', () => {
    const store = new Store([region('a'), region('b')])
    const before = store.doc
    expect(() =>
      store.transact(user, (tx) => {
        tx.remove('a')
        tx.put(region('c'))
        tx.move(['b'], undefined)
        throw new Error('no')
      }),
    ).toThrow('no')
    expect([...store.doc]).toEqual([...before])
  })

  it('joins a transaction inside another one', () => {
    const store = new Store()
    let calls = 0
    store.subscribe(() => {
      calls += 1
    })
    store.transact(user, () => {
      store.transact(user, (tx) => tx.put(region('a')))
      store.transact(user, (tx) => tx.put(region('b')))
    })
    expect(calls).toBe(1)
    expect([...store.doc.keys()]).toEqual(['a', 'b'])
  })

  it('hands out snapshots that later changes do not touch', () => {
    const store = new Store([region('a')])
    const before = store.doc
    expect(store.doc).toBe(before)
    store.transact(user, (tx) => tx.put(region('b')))
    expect([...before.keys()]).toEqual(['a'])
    expect([...store.doc.keys()]).toEqual(['a', 'b'])
  })

  it('wakes only those who follow the record that changed', () => {
    const store = new Store([region('a'), region('b')])
    const woken: string[] = []
    store.record('a').subscribe(() => woken.push('a'))
    const stop = store.record('b').subscribe(() => woken.push('b'))
    store.transact(user, (tx) => tx.update('b', (record) => ({ ...(record as Region), score: 1 })))
    expect(woken).toEqual(['b'])
    stop()
    store.transact(user, (tx) => tx.remove('b'))
    expect(woken).toEqual(['b'])
  })

  it('puts a record that comes back where it was', () => {
    const store = new Store([region('a'), region('b'), region('c')])
    const diff = store.transact(user, (tx) => tx.remove('a'))
    store.apply({ ...diff, added: diff.removed, removed: diff.added }, user)
    expect([...store.doc.keys()]).toEqual(['a', 'b', 'c'])
  })

  it('moves records in saving order', () => {
    const store = new Store(['a', 'b', 'c', 'd'].map((id) => region(id)))
    store.transact(user, (tx) => tx.move(['d', 'c'], 'b'))
    expect([...store.doc.keys()]).toEqual(['a', 'd', 'c', 'b'])
    store.transact(user, (tx) => tx.move(['a'], undefined))
    expect([...store.doc.keys()]).toEqual(['d', 'c', 'b', 'a'])
  })

  it('writes only its own fields where somebody else wrote the same record meanwhile', () => {
    const store = new Store([region('a')])
    const diff = store.transact(user, (tx) => tx.update('a', (record) => ({ ...(record as Region), score: 1 })))
    store.transact({ source: 'remote' }, (tx) => tx.update('a', (r) => ({ ...(r as Region), meta: { text: ['x'] } })))
    const [before, after] = diff.updated.get('a') as readonly [DocRecord, DocRecord]
    store.apply({ ...diff, updated: new Map([['a', [after, before]]]) }, user)
    expect(store.get('a')).toEqual({ ...region('a'), meta: { text: ['x'] } })
  })

  it('recomputes a derived value only for diffs that matter', () => {
    const store = new Store([region('a')])
    let computed = 0
    const count = store.derive(
      (of) => {
        computed += 1
        return of.size
      },
      (diff) => diff.added.size + diff.removed.size > 0,
    )
    expect(count.get()).toBe(1)
    store.transact(user, (tx) => tx.update('a', (record) => ({ ...(record as Region), score: 1 })))
    expect(count.get()).toBe(1)
    expect(computed).toBe(1)
    store.transact(user, (tx) => tx.put(region('b')))
    expect(count.get()).toBe(2)
  })
})

describe('Grouping', () => {
  it('follows additions, changes, removals and moves, and keeps untouched lists', () => {
    const store = new Store([answer('x', 'a'), answer('y', 'a'), answer('x', 'b')])
    const byRegion = new Grouping(store, isAnswer, (one) => (one.region ? [one.region] : []))
    const ids = (key: string): string[] => byRegion.of(key).map((one) => one.control)
    const other = byRegion.of('b')
    let woken = 0
    byRegion.group('a').subscribe(() => {
      woken += 1
    })
    store.transact(user, (tx) => tx.put(answer('z', 'a')))
    expect(ids('a')).toEqual(['x', 'y', 'z'])
    store.transact(user, (tx) => tx.move([answer('z', 'a').id], answer('x', 'a').id))
    expect(ids('a')).toEqual(['z', 'x', 'y'])
    store.transact(user, (tx) => tx.remove(answer('x', 'a').id))
    expect(ids('a')).toEqual(['z', 'y'])
    expect(woken).toBe(3)
    expect(byRegion.of('b')).toBe(other)
  })
})
