/** Sanitised mark-up; loaded with the sanitiser, when there is mark-up at all. */

import { useMemo } from 'react'
import { sanitise } from './sanitise'

export function Sanitised({ html }: { html: string }) {
  const safe = useMemo(() => sanitise(html), [html])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised in the line above
  return <span dangerouslySetInnerHTML={{ __html: safe }} />
}
