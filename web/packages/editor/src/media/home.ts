/** What a node hangs in: the page, or a shadow tree of it. Styles, focus and selection are asked for there. */

export type Home = Document | ShadowRoot

export const homeOf = (node: Node): Home => node.getRootNode() as Home

/** What an event is really about: seen from outside a shadow tree its `target` only names the tree. */
export const targetOf = (event: Event): EventTarget | null => event.composedPath()[0] ?? event.target

export const isInside = (element: Element, event: Event): boolean => event.composedPath().includes(element)

/** The person's selection as it is inside a home: from outside, a shadow tree shows none of its own. */
export function selectedRange(home: Home): AbstractRange | undefined {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0) return undefined
  if (home instanceof ShadowRoot) return selection.getComposedRanges?.({ shadowRoots: [home] })[0]
  return selection.getRangeAt(0)
}

/** Whether text is selected where a node is. */
export const isTextSelected = (node: Node): boolean => selectedRange(homeOf(node))?.collapsed === false
