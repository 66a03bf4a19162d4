/**
 * Keys that go by utterances: Ctrl with Up and Down to the one before and after, with Left and Right to the regions in
 * it, Ctrl+Shift+A to select a whole one.
 */

import type { SpanController } from '../../media/text/controller'
import { blockAt } from '../../media/text/lines'
import type { Places } from '../../media/text/places'

export function phraseKey(event: KeyboardEvent, controller: SpanController, rows: readonly HTMLElement[]): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false
  const { places } = controller.surface
  const selected = controller.surface.selection()
  const now = selected ? blockAt(places.pieces, selected.start) : -1
  if (event.shiftKey && event.key.toLowerCase() === 'a') {
    select(controller, Math.max(0, now), true)
    return true
  }
  const along = event.shiftKey ? undefined : REGION_STEPS[event.key]
  // Without regions in it, these keys go by words as everywhere.
  if (along !== undefined) return stepThrough(controller, places, now, along)
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

const REGION_STEPS: Record<string, 1 | -1> = { ArrowRight: 1, ArrowLeft: -1 }
const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 }

/** Selects the region before or after the selected one in an utterance; without a caret, in all of the dialogue. */
function stepThrough(controller: SpanController, { pieces }: Places, index: number, by: 1 | -1): boolean {
  const { start = 0, node } = pieces[index] ?? {}
  const length = node instanceof Text ? node.length : Number.POSITIVE_INFINITY
  return controller.stepThrough({ start, end: start + length }, by)
}

function select({ surface }: SpanController, index: number, whole: boolean): void {
  const { places } = surface
  const { start, node } = places.pieces[index] ?? {}
  if (start === undefined || !(node instanceof Text)) return
  document.getSelection()?.setBaseAndExtent(node, 0, node, whole ? node.length : 0)
  surface.showCaret()
}
