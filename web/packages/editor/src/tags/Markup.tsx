/** Mark-up from a config or a task, sanitised: no scripts, no frames, nothing that posts. */

import { lazy, Suspense } from 'react'

const Sanitised = lazy(async () => ({ default: (await import('./Sanitised')).Sanitised }))

export function Markup({ html }: { html: string }) {
  return (
    <Suspense>
      <Sanitised html={html} />
    </Suspense>
  )
}
