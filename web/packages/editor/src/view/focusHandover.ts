/**
 * The focus is never lost. What had it may go, or be switched off by its own press: then the task takes it. And it goes
 * on with the work: it was in an editor that has gone, so the one that comes in its place takes it.
 */

import { useEffect } from 'react'
import { homeOf, isInside } from '../media/home'

/** The editor that the focus was last in. */
let last: HTMLElement | undefined
/** That editor has gone. */
let isOrphaned = false

const isLost = (root: HTMLElement): boolean => {
  const { activeElement } = homeOf(root)
  return last === root && (activeElement === null || activeElement === document.body)
}

const focusTask = (root: HTMLElement): void =>
  root.querySelector<HTMLElement>('[data-scroller]')?.focus({ preventScroll: true })

export function useFocusKept(root: HTMLElement | null): void {
  useEffect(() => {
    if (!root) return
    const onFocus = (event: Event): void => {
      if (isInside(root, event)) last = root
      else if (last === root) last = undefined
      isOrphaned = false
    }
    let checks = 0
    // The browser takes it from what was switched off when it has painted that.
    const check = (): void => {
      cancelAnimationFrame(checks)
      checks = requestAnimationFrame(() => {
        checks = requestAnimationFrame(() => isLost(root) && focusTask(root))
      })
    }
    document.addEventListener('focusin', onFocus)
    for (const type of KEYS) root.addEventListener(type, check)
    return () => {
      document.removeEventListener('focusin', onFocus)
      for (const type of KEYS) root.removeEventListener(type, check)
      cancelAnimationFrame(checks)
      if (last !== root) return
      last = undefined
      isOrphaned = true
    }
  }, [root])
}

const KEYS = ['keydown', 'keyup']

/** After something that took its time, what was pressed for it may be switched off. */
export function useFocusAfter(busy: string | undefined, root: HTMLElement | undefined): void {
  useEffect(() => {
    if (busy === undefined && root && isLost(root)) focusTask(root)
  }, [busy, root])
}

/** The task, when it comes, takes the focus where nothing has it that the person could want. */
export function useFocusTaken(box: React.RefObject<HTMLElement | null>, isTask: boolean): void {
  useEffect(() => {
    const element = box.current
    if (!element) return
    const { activeElement } = document
    const isNowhere = activeElement === null || activeElement === document.body
    // Another language, another version: it was in the task that stood here before.
    const isForTask = last?.contains(element) === true && isLost(last)
    // A page that has just come was given the focus as a whole: it is for the task that it is about.
    const isForPage = activeElement?.matches('main') === true && activeElement.contains(element)
    if (isForTask || (isForPage && isTask) || (isNowhere && isOrphaned)) element.focus({ preventScroll: true })
    isOrphaned = false
  }, [box, isTask])
}
