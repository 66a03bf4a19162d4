/**
 * Mark-up from a task made safe to stand in the page. Regions find their text by counting siblings, so whatever must not
 * be there leaves something in its place: an empty stub, or an element that does nothing under the name of the old one.
 */

import DOMPurify from 'dompurify'

export interface CleanMarkup {
  /** Belongs to no page yet. Its children are the document. */
  readonly root: HTMLElement
  /** What its `<style>` elements held, in order. */
  readonly sheets: readonly string[]
}

interface SanitiseOptions {
  /** As a piece of the page around it, rather than a page of its own: it has no head, and no ids that could clash. */
  readonly inline: boolean
}

/** What counts as the name of an element that stands for another one. */
const names = new WeakMap<Element, string>()

/** The name an element had in the mark-up as it came. */
export const originalName = (element: Element): string => names.get(element) ?? element.localName

/** Gone with what is in them: they run, load or frame something, or are no part of the text. */
const EMPTIED =
  'script, style, iframe, frame, frameset, object, embed, applet, template, noscript, base, meta, link, title, portal'

/** Harmless without their own behaviour; what is in them is text like any other. */
const RENAMED = new Set(['form', 'listing', 'noframes', 'plaintext', 'rb', 'rtc', 'xmp'])

const RULES = {
  IN_PLACE: true,
  // These reach out of the box that the document is shown in.
  FORBID_ATTR: ['popover', 'popovertarget', 'popovertargetaction', 'command', 'commandfor', 'autofocus', 'autoplay'],
}

export function sanitise(markup: string, { inline }: SanitiseOptions): CleanMarkup {
  const root = parse(markup, inline)
  const sheets = [...root.querySelectorAll('style')].map((style) => style.textContent ?? '')
  if (!inline) sheets.unshift(...headSheets(root.ownerDocument))
  for (const element of root.querySelectorAll(EMPTIED)) replace(element, 'span', false)
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLUnknownElement || RENAMED.has(element.localName) || element.localName.includes('-'))
      replace(element, 'span', true)
  }
  DOMPurify.sanitize(root, inline ? { ...RULES, FORBID_ATTR: [...RULES.FORBID_ATTR, 'id', 'name'] } : RULES)
  for (const link of root.querySelectorAll('a, area')) {
    link.setAttribute('target', '_blank')
    link.setAttribute('rel', 'noopener noreferrer')
  }
  for (const field of root.querySelectorAll('button, input, select, textarea')) field.setAttribute('disabled', '')
  return { root, sheets }
}

/** A page of its own is parsed as one, so that what belongs in its head does not count as content. */
function parse(markup: string, inline: boolean): HTMLElement {
  const page = new DOMParser().parseFromString(inline ? '' : markup, 'text/html')
  if (inline) page.body.innerHTML = markup
  return page.body
}

const headSheets = (page: Document): string[] =>
  [...page.head.querySelectorAll('style')].map((style) => style.textContent ?? '')

function replace(element: Element, by: 'span', withContent: boolean): void {
  const stub = element.ownerDocument.createElement(by)
  names.set(stub, element.localName)
  if (withContent) stub.append(...element.childNodes)
  else stub.hidden = true
  element.replaceWith(stub)
}
