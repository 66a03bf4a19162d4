/** One card of a Ranker. */

import { t } from '@labelwright/i18n'
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconGripVertical } from '@tabler/icons-react'
import { useState } from 'react'
import { CardBody } from '../list/CardBody'
import type { ListItem } from '../list/items'
import classes from './ranker.module.css'
import type { Drag } from './useDrag'

interface CardProps {
  readonly item: ListItem
  /** From 1. */
  readonly place: number
  readonly collapsible: boolean
  readonly movable: boolean
  readonly drag: Drag | undefined
  /** Whether the card in the hand would fall before this one. */
  readonly line: boolean
  readonly onGrab: (event: React.PointerEvent) => void
  readonly onKey: (event: React.KeyboardEvent) => void
}

export function Card({ item, place, collapsible, movable, drag, line, onGrab, onKey }: CardProps) {
  const [folded, setFolded] = useState(false)
  const name = item.title || item.id
  const hasBody = item.body !== '' || item.html !== ''
  return (
    <>
      {line && <li className={classes.line} aria-hidden />}
      <li
        // The item's id is a class of its card: configs style single items by it.
        className={`${classes.card} htx-ranker-item ${item.id}`}
        aria-label={name}
        data-card={item.id}
        data-held={drag ? true : undefined}
        data-movable={movable || undefined}
        style={drag && { transform: `translate(${drag.dx}px, ${drag.dy}px)` }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is moved by the pointer and by keys
        tabIndex={0}
        onPointerDown={(event) => {
          const onGrip = (event.target as Element).closest('[data-grip]') !== null
          const onControl = (event.target as Element).closest('button, a, summary, audio, video') !== null
          // A finger on the card scrolls the page; the grip is for dragging.
          if (movable && (onGrip || (event.pointerType !== 'touch' && !onControl))) onGrab(event)
        }}
        onKeyDown={movable ? onKey : undefined}
      >
        <div className={classes.head}>
          {movable && (
            <span className={classes.grip} data-grip aria-hidden>
              <IconGripVertical size={16} />
            </span>
          )}
          <span className={classes.place}>{place}</span>
          <span className={classes.name}>{name}</span>
          {collapsible && hasBody && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-expanded={!folded}
              aria-label={folded ? t('editor.unfold', { name }) : t('editor.fold', { name })}
              onClick={() => setFolded(!folded)}
            >
              {folded ? <IconChevronRight size={16} /> : <IconChevronDown size={16} />}
            </ActionIcon>
          )}
        </div>
        {!(folded && collapsible) && <CardBody item={item} />}
      </li>
    </>
  )
}
