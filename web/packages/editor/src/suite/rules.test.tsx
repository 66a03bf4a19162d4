// @vitest-environment jsdom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { commands } from '../commands'
import { canRun } from '../commands/command'
import type { Annotation } from '../core/annotation'
import { pickLabel } from '../core/pick'
import type { WireItem } from '../model'
import { useShownEditors } from '../testing/showEditor'
import { type GestureCase, gestureCases, type Place, type Step } from './cases'
import { type Given, type Opened, open } from './opened'

/** What no hand may do, whatever the tag: to regions that are locked, protected or hidden, and where one only looks. */

// biome-ignore lint/correctness/useHookAtTopLevel: a hook of Vitest, not of React
useShownEditors()

interface Left extends Opened {
  readonly annotation: Annotation
  readonly made: readonly WireItem[]
  readonly ids: readonly string[]
  readonly now: () => readonly WireItem[]
  /** What is said about the regions that were there. */
  readonly said: () => WireItem[]
}

const results = new Map<GestureCase, readonly WireItem[]>()

/** What the gestures of a case make. */
async function resultOf(given: GestureCase): Promise<readonly WireItem[]> {
  const opened = await open(given)
  await opened.work()
  return (await opened.result()) ?? []
}

/** The case as somebody left it, each item as `alter` has it. */
async function left(given: GestureCase, options: Given = {}, alter = (it: WireItem): WireItem => it): Promise<Left> {
  const result = results.get(given) ?? (await resultOf(given))
  results.set(given, result)
  const made = result.map(alter)
  const opened = await open(given, { result: made, ...options })
  const { annotation } = opened.editor
  if (!annotation) throw new Error('nothing is open')
  const ids = annotation.document.regions().map((it) => it.id)
  const now = (): readonly WireItem[] => opened.editor.work.get()?.result() ?? []
  const said = (): WireItem[] => now().filter((it) => ids.includes(String(it.id)))
  return { ...opened, annotation, made, ids, now, said }
}

/** Keys and buttons that may do something to regions; the clipboard is the browser's, and a lock can be taken off. */
const HANDS = commands.filter(
  ({ id, group, browserKeys }) => ['region', 'tool'].includes(group) && !browserKeys && id !== 'region:lock',
)

/** Tries everything there is to do to selected regions. */
const attempt = (work: Left): Promise<void> => act(async () => attemptAll(work))

function attemptAll({ editor, annotation, ids, harness }: Left): void {
  const { session } = annotation
  const again = (): void => {
    session.relating.set(undefined)
    session.selection.set(ids)
  }
  for (const hand of HANDS) {
    again()
    if (canRun(editor, hand)) void hand.run(editor)
  }
  for (const control of editor.config.controls.values()) {
    for (const label of control.labels ? control.byLabel.keys() : []) {
      again()
      pickLabel(editor, control, label)
    }
    if (control.scope === 'region') for (const id of ids) annotation.setAnswer(control, undefined, { region: id })
  }
  for (const id of ids) {
    annotation.setShape(id, {})
    annotation.setNote(id, 'a note')
    for (const kind of ['mask', 'bitmask', 'polygon']) annotation.convert(id, { kind, shapes: [{}] })
    annotation.arrange([id], { parent: ids.at(-1), before: undefined })
  }
  again()
  for (const surface of editor.surfaces.values()) surface.nudge?.(5, 5)
  harness?.tool('select').drag([50, 50], [20, 20]).drag([30, 30], [90, 90], { handle: 'se' })
  editor.actions.remove(ids)
}

const marking = gestureCases.filter(({ mouse, result }) => result.length > 0 && mouse.some(marks))

function marks(step: Step): boolean {
  return 'drag' in step || 'points' in step || 'mark' in step
}

describe.each(marking.map((it) => [it.tag, it] as const))('%s and its regions', (_, given) => {
  it('stay as they are while they are locked, and it is said why', async () => {
    const work = await left(given)
    const before = work.said()
    await act(async () => work.annotation.session.locked.add(...work.ids))
    await attempt(work)
    expect(work.said()).toEqual(before)
    expect(work.editor.notice.get()).toEqual({ kind: 'refused', refusal: { code: 'read-only' } })
    await act(async () => {
      work.annotation.session.locked.clear()
      work.editor.actions.remove(work.ids)
    })
    expect(work.said()).toEqual([])
  })

  it('stay as they are when they came protected', async () => {
    const work = await left(given, {}, (it) => ({ ...it, readonly: true }))
    const before = work.said()
    await attempt(work)
    expect(work.said()).toEqual(before)
  })

  it('stay as they are where one only looks, with nothing to undo', async () => {
    const work = await left(given, { readOnly: true })
    await attempt(work)
    await act(async () => work.editor.actions.undo())
    expect(work.now()).toEqual(work.made)
    expect(work.annotation.history.canUndo).toBe(false)
  })

  it('are out of the way of pointers and keys while they are hidden', async () => {
    const { editor, annotation, harness, ids, made, now } = await left(given)
    const { hidden, selection } = annotation.session
    const reached = (): readonly string[] => [...selection.get()]
    const press = (id: string): Promise<void> => act(async () => void commands.find((it) => it.id === id)?.run(editor))
    await act(async () => hidden.add(...ids))
    for (const id of ['region:cycle', 'region:cycle-back', 'region:select-all']) await press(id)
    for (const place of harness ? placesIn(given) : []) harness?.tool('select').click(place)
    harness?.drag([1, 1], [99, 99])
    expect(reached()).toEqual([])
    await act(async () => selection.set(ids))
    for (const surface of editor.surfaces.values()) surface.nudge?.(5, 5)
    harness?.drag([30, 30], [90, 90], { handle: 'se' })
    expect(now()).toEqual(made)
    await act(async () => {
      hidden.clear()
      selection.clear()
    })
    await press('region:cycle')
    expect(reached()).toEqual(ids.slice(0, 1))
  })
})

/** Where the pointer was. */
const placesIn = ({ mouse }: GestureCase): Place[] =>
  mouse.flatMap((step): Place[] => {
    const [, ...places] = 'drag' in step ? step.drag : 'points' in step ? step.points : ['']
    return places
  })
