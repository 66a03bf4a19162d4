/** Which of the editors on a page is meant by a key press that goes to nothing in particular. */

import { homeOf, isInside } from '../media/home'

let hovered: HTMLElement | undefined
let pressed: HTMLElement | undefined
/** Those that are part of the page itself: it is theirs unless the person is at another one. */
const inPage: HTMLElement[] = []

const hasAttention = (root: HTMLElement): boolean => (hovered ?? pressed ?? inPage.at(-1)) === root

/** Whether an event of the page is for this editor: from something in it, or from nowhere while the person is at it. */
export const isMeant = (root: HTMLElement, event: Event): boolean =>
  isInside(root, event) || (event.target === document.body && hasAttention(root))

/** Follows the person: the editor under the pointer, else the one pressed last. */
export function watchAttention(root: HTMLElement): () => void {
  const isInPage = homeOf(root) === document
  if (isInPage) inPage.push(root)
  const onEnter = (): void => {
    hovered = root
  }
  const onLeave = (): void => {
    if (hovered === root) hovered = undefined
  }
  const onDown = (event: Event): void => {
    if (isInside(root, event)) pressed = root
    else if (pressed === root) pressed = undefined
  }
  root.addEventListener('pointerenter', onEnter)
  root.addEventListener('pointerleave', onLeave)
  document.addEventListener('pointerdown', onDown, true)
  return () => {
    root.removeEventListener('pointerenter', onEnter)
    root.removeEventListener('pointerleave', onLeave)
    document.removeEventListener('pointerdown', onDown, true)
    onLeave()
    if (pressed === root) pressed = undefined
    if (isInPage) inPage.splice(inPage.indexOf(root), 1)
  }
}
