/** Which of the editors on a page is meant by a key press that goes to nothing in particular. */

import { homeOf, isInside } from '../media/home'

const editors = new Set<HTMLElement>()
let pressed: HTMLElement | undefined
/** Those that are part of the page itself: it is theirs unless the person is at another one. */
const inPage: HTMLElement[] = []

/**
 * Where the pointer was last seen. Asked for at the key press: an editor that has just come under a pointer at rest is
 * told of it some frames later, and keys are pressed before that.
 */
let pointer: { readonly x: number; readonly y: number } | undefined

function followPointer(): void {
  const onMove = ({ clientX, clientY }: PointerEvent): void => {
    pointer = { x: clientX, y: clientY }
  }
  const onOut = ({ relatedTarget }: PointerEvent): void => {
    if (relatedTarget === null) pointer = undefined
  }
  // For good: the next editor must know, too.
  for (const type of ['pointermove', 'pointerdown'] as const) document.addEventListener(type, onMove, true)
  document.addEventListener('pointerout', onOut, true)
}

let isFollowed = false

function isUnderPointer(root: HTMLElement): boolean {
  const found = pointer && homeOf(root).elementFromPoint(pointer.x, pointer.y)
  return found != null && root.contains(found)
}

const hasAttention = (root: HTMLElement): boolean =>
  ([...editors].find(isUnderPointer) ?? pressed ?? inPage.at(-1)) === root

/** Nothing in particular has the focus: the page as a whole, or for an editor that is part of it, what is around it. */
const isNowhere = (root: HTMLElement, target: EventTarget | null): boolean =>
  target === document.body || (inPage.includes(root) && target instanceof Node && target.contains(root))

/** Whether an event of the page is for this editor: from something in it, or from nowhere while the person is at it. */
export const isMeant = (root: HTMLElement, event: Event): boolean =>
  isInside(root, event) || (isNowhere(root, event.target) && hasAttention(root))

/** Follows the person: the editor under the pointer, else the one pressed last. */
export function watchAttention(root: HTMLElement): () => void {
  if (!isFollowed) followPointer()
  isFollowed = true
  editors.add(root)
  const isInPage = homeOf(root) === document
  if (isInPage) inPage.push(root)
  const onDown = (event: Event): void => {
    if (isInside(root, event)) pressed = root
    else if (pressed === root) pressed = undefined
  }
  document.addEventListener('pointerdown', onDown, true)
  return () => {
    document.removeEventListener('pointerdown', onDown, true)
    editors.delete(root)
    if (pressed === root) pressed = undefined
    if (isInPage) inPage.splice(inPage.indexOf(root), 1)
  }
}
