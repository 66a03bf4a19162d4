/** Loads the drawing of relations once there is one, or could be one. */

import { t } from '@labelwright/i18n'
import { lazy, Suspense, useEffect } from 'react'
import { useAnnotation, useEditor, useValue } from '../context'

const Overlay = lazy(() => import('./Overlay'))

export function RelationArrows() {
  const { relations, session, config } = useAnnotation()
  const some = useValue(relations).length > 0
  const relating = useValue(session.relating) !== undefined
  const selected = useValue(session.selection).size > 0 && config.relations !== undefined
  useSelected()
  if (!some && !relating && !selected) return null
  return (
    <Suspense>
      <Overlay />
    </Suspense>
  )
}

/** Brings the selected relation to front in the list, and says which it is to those who cannot see it. */
function useSelected(): void {
  const editor = useEditor()
  const { document, session } = useAnnotation()
  useEffect(
    () =>
      session.relation.subscribe(() => {
        const relation = document.relation(session.relation.get() ?? '')
        if (!relation) return
        if (editor.setting('panelOpen')) editor.showPanel('relations')
        const [from, to] = [relation.from, relation.to].map((id) => editor.labelText([id]) || t('editor.newsNoLabel'))
        const labels = t('relations.between', { from: from ?? '', to: to ?? '' })
        editor.news.set({ kind: 'selected', labels })
      }),
    [editor, document, session],
  )
}
