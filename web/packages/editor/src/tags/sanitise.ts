/** Mark-up from a config or a task, sanitised: no scripts, no frames, nothing that posts. */

import DOMPurify from 'dompurify'

const RULES = {
  FORBID_TAGS: ['style', 'form', 'iframe', 'object', 'embed', 'link', 'meta', 'base'],
  FORBID_ATTR: ['id', 'name'],
}

/** Of our own: a hook on the shared one would reach into the page around the editor. */
let purifier: typeof DOMPurify | undefined

function ownPurifier(): typeof DOMPurify {
  if (purifier) return purifier
  purifier = DOMPurify(window)
  // A link must not lead away from work that is going on.
  purifier.addHook('afterSanitizeAttributes', (element) => {
    if (element.tagName !== 'A' || !element.hasAttribute('href')) return
    element.setAttribute('target', '_blank')
    element.setAttribute('rel', 'noopener noreferrer')
  })
  return purifier
}

export const sanitise = (html: string): string => ownPurifier().sanitize(html, RULES)
