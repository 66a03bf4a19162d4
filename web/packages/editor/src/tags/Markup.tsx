/** Mark-up from a config or a task, sanitised: no scripts, no frames, nothing that posts. */

import DOMPurify from 'dompurify'
import { useMemo } from 'react'

const RULES = {
  FORBID_TAGS: ['style', 'form', 'iframe', 'object', 'embed', 'link', 'meta', 'base'],
  FORBID_ATTR: ['id', 'name'],
}

export function Markup({ html }: { html: string }) {
  const safe = useMemo(() => DOMPurify.sanitize(html, RULES), [html])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised in the line above
  return <span dangerouslySetInnerHTML={{ __html: safe }} />
}
