/** Mark-up from a config or a task, sanitised: no scripts, no frames, nothing that posts. */

import DOMPurify from 'dompurify'

const RULES = {
  FORBID_TAGS: ['style', 'form', 'iframe', 'object', 'embed', 'link', 'meta', 'base'],
  FORBID_ATTR: ['id', 'name'],
}

const OVERLAYS = ['position', 'z-index', 'inset', 'transform']

/** Of our own: a hook on the shared one would reach into the page around the editor. */
let purifier: typeof DOMPurify | undefined

function ownPurifier(): typeof DOMPurify {
  if (purifier) return purifier
  purifier = DOMPurify(window)
  purifier.addHook('afterSanitizeAttributes', (element) => {
    // Mark-up stays where it stands: laid over the page it could take clicks that are meant for buttons.
    if (element instanceof HTMLElement) for (const name of OVERLAYS) element.style.removeProperty(name)
    // A link must not lead away from work that is going on.
    if (element.tagName !== 'A' || !element.hasAttribute('href')) return
    element.setAttribute('target', '_blank')
    element.setAttribute('rel', 'noopener noreferrer')
  })
  return purifier
}

export const sanitise = (html: string): string => ownPurifier().sanitize(html, RULES)
