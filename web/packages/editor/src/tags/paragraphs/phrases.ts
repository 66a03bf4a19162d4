/** Keys that go by utterances: Ctrl with Up and Down to the one before and after, Ctrl+Shift+A to select a whole one. */

import type { SpanController } from '../../media/text/controller'
import { blockAt } from '../../media/text/lines'

export function phraseKey(event: KeyboardEvent, controller: SpanController, rows: readonly HTMLElement[]): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false
  const { places } = controller.surface
  const selected = controller.surface.selection()
  const now = selected ? blockAt(places.pieces, selected.start) : -1
  if (event.shiftKey && event.key.toLowerCase() === 'a') {
    select(controller, Math.max(0, now), true)
    return true
  }
  const by = event.shiftKey ? undefined : STEPS[event.key]
  if (by === undefined) return false
  const next = now + by
  const isShown = (index: number): boolean => rows[index]?.hidden === false
  for (let index = Math.max(0, next); index >= 0 && index < rows.length; index += by) {
    if (!isShown(index)) continue
    select(controller, index, false)
    rows[index]?.scrollIntoView({ block: 'nearest' })
    break
  }
  return true
}

const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 }

function select({ surface }: SpanController, index: number, whole: boolean): void {
  const { places } = surface
  const { start, node } = places.pieces[index] ?? {}
  if (start === undefined || !(node instanceof Text)) return
  document.getSelection()?.setBaseAndExtent(node, 0, node, whole ? node.length : 0)
  surface.showCaret()
}
