import { describe, expect, it } from 'vitest'
import { History } from './history'
import type { Region } from './records'
import { createSession, selectionOf } from './session'
import { Store } from './store'
import { region } from './testing'
import { Unsaved } from './unsaved'

function setUp() {
  const store = new Store()
  const session = createSession(store)
  const history = new History(store, selectionOf(session, store))
  const add = (id: string): void => void store.transact({ source: 'user' }, (tx) => tx.put(region(id)))
  const score = (id: string, value: number): void =>
    void store.transact({ source: 'user' }, (tx) => tx.update(id, (r) => ({ ...(r as Region), score: value })))
  return { store, session, history, add, score, ids: () => [...store.doc.keys()] }
}

describe('History', () => {
  it('takes everything between two marks back in one step', () => {
    const { history, add, score, store, ids } = setUp()
    history.mark('draw')
    add('a')
    for (let i = 0; i < 50; i++) score('a', i)
    history.mark('draw')
    add('b')
    expect(history.get().undoName).toBe('draw')
    history.undo()
    expect(ids()).toEqual(['a'])
    history.undo()
    expect(ids()).toEqual([])
    expect(history.canUndo).toBe(false)
    history.redo()
    expect(store.get('a')).toMatchObject({ score: 49 })
  })

  it('bails out to a mark, leaves no trace, and redo offers what it offered before', () => {
    const { history, add, score, ids, store } = setUp()
    add('a')
    history.mark('score')
    score('a', 1)
    history.undo()
    const mark = history.mark('drag')
    score('a', 7)
    add('b')
    history.bailTo(mark)
    expect(ids()).toEqual(['a'])
    expect(store.get('a')).not.toHaveProperty('score')
    expect(history.get().redoName).toBe('score')
    history.redo()
    expect(store.get('a')).toMatchObject({ score: 1 })
  })

  it('makes one step of several with squash', () => {
    const { history, add, ids } = setUp()
    const mark = history.mark('paste')
    add('a')
    history.mark('place')
    add('b')
    history.squashTo(mark)
    history.undo()
    expect(ids()).toEqual([])
    history.redo()
    expect(ids()).toEqual(['a', 'b'])
  })

  it('gives changes without a mark a step each after close', () => {
    const { history, add, ids } = setUp()
    history.step('one', () => add('a'))
    add('b')
    history.undo()
    expect(ids()).toEqual(['a'])
  })

  it('has no step for a gesture that ended where it began', () => {
    const { history, add, store } = setUp()
    history.mark('nothing')
    add('a')
    store.transact({ source: 'user' }, (tx) => tx.remove('a'))
    expect(history.canUndo).toBe(false)
    expect(history.undo()).toBe(false)
  })

  it('leaves loading and remote changes alone', () => {
    const { history, store, add, ids } = setUp()
    store.transact({ source: 'load' }, (tx) => tx.put(region('loaded')))
    expect(history.canUndo).toBe(false)
    history.step('add', () => add('mine'))
    store.transact({ source: 'remote' }, (tx) => tx.put(region('theirs')))
    history.undo()
    expect(ids()).toEqual(['loaded', 'theirs'])
  })

  it('does not bring back what somebody else deleted', () => {
    const { history, store, add, score, ids } = setUp()
    history.step('add', () => add('a'))
    history.step('score', () => score('a', 1))
    store.transact({ source: 'remote' }, (tx) => tx.remove('a'))
    history.undo()
    expect(ids()).toEqual([])
  })

  it('forgets redo when something new is done', () => {
    const { history, add } = setUp()
    history.step('one', () => add('a'))
    history.undo()
    history.step('two', () => add('b'))
    expect(history.canRedo).toBe(false)
  })

  it('puts the selection back by id', () => {
    const { history, add, session, store } = setUp()
    history.step('add', () => add('a'))
    session.selection.set(['a'])
    history.step('delete', () => store.transact({ source: 'user' }, (tx) => tx.remove('a')))
    expect([...session.selection.get()]).toEqual([])
    history.undo()
    expect([...session.selection.get()]).toEqual(['a'])
    history.redo()
    expect([...session.selection.get()]).toEqual([])
  })
})

describe('Unsaved', () => {
  it('is clean again after undoing back to what is stored', () => {
    const { history, add, store, score } = setUp()
    const unsaved = new Unsaved(store)
    history.step('add', () => add('a'))
    expect(unsaved.get()).toBe(true)
    unsaved.saved()
    expect(unsaved.get()).toBe(false)
    history.step('score', () => score('a', 1))
    expect(unsaved.get()).toBe(true)
    history.undo()
    expect(unsaved.get()).toBe(false)
    history.undo()
    expect(unsaved.get()).toBe(true)
  })
})

describe('Session', () => {
  it('wakes one row when one region is selected', () => {
    const { session, add } = setUp()
    add('a')
    add('b')
    const woken: string[] = []
    for (const id of ['a', 'b']) session.selection.member(id).subscribe(() => woken.push(id))
    session.selection.set(['b'])
    expect(woken).toEqual(['b'])
  })
})
