/** Yes and no at each suggestion on the picture. */

import { t } from '@labelwright/i18n'
import { ActionIcon } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { Suggestions } from '../../core/suggestions'
import { useValue } from '../../view/context'
import type { ImageController } from './controller'
import classes from './image.module.css'

interface DecisionsProps {
  readonly controller: ImageController
  readonly suggestions: Suggestions
}

export default function Decisions({ controller, suggestions }: DecisionsProps) {
  useValue(controller.surface.view)
  useValue(suggestions.offered.regionIds)
  return controller.smart.here.map(({ id }) => (
    <Decision key={id} id={id} controller={controller} suggestions={suggestions} />
  ))
}

function Decision({ id, controller, suggestions }: DecisionsProps & { id: string }) {
  const place = placeFor(controller, id)
  if (!place) return null
  const labels = suggestions.offered.labelsOf(id).map(({ title }) => title)
  const name = labels.join(', ') || t('editor.noLabel')
  return (
    <fieldset className={classes.decision} style={place} aria-label={t('assist.suggestion', { labels: name })}>
      <span className={classes.suggested}>{name}</span>
      <ActionIcon
        size={22}
        color="green"
        variant="filled"
        aria-label={`${t('assist.accept')}: ${name}`}
        title={t('assist.accept')}
        onClick={() => suggestions.accept([id])}
      >
        <IconCheck size={15} />
      </ActionIcon>
      <ActionIcon
        size={22}
        color="red"
        variant="filled"
        aria-label={`${t('assist.reject')}: ${name}`}
        title={t('assist.reject')}
        onClick={() => suggestions.reject([id])}
      >
        <IconX size={15} />
      </ActionIcon>
    </fieldset>
  )
}

/** Below the shape, where there is room; inside the picture's window in any case. */
function placeFor(controller: ImageController, id: string): React.CSSProperties | undefined {
  const rect = controller.anchor(id)
  const { root } = controller.options
  if (!rect) return undefined
  const box = root.getBoundingClientRect()
  if (rect.right < box.left || rect.left > box.right || rect.bottom < box.top || rect.top > box.bottom) return undefined
  const left = Math.min(Math.max(rect.left, box.left + 4), box.right - 130)
  const top = Math.min(rect.bottom + 4, box.bottom - 30)
  return { left: left - box.left + root.offsetLeft, top: top - box.top + root.offsetTop }
}
