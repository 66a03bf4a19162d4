/** Relations between regions: a list to go through by keys, and what can be said about the selected one. */

import { t } from '@labelwright/i18n'
import { ActionIcon } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowsHorizontal,
  IconEye,
  IconEyeOff,
  IconSortAscending,
  IconSortDescending,
  IconX,
} from '@tabler/icons-react'
import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { captionOf, type Relation } from '../model'
import { useAnnotation, useEditor, useSetting, useValue } from './context'
import classes from './panel.module.css'
import { RelationDetails } from './RelationDetails'
import { Chips } from './RelationLabels'
import { RowButton } from './RowButton'
import own from './relations.module.css'

const ARROWS = { right: IconArrowRight, left: IconArrowLeft, bi: IconArrowsHorizontal } as const

export function Relations() {
  const relations = useValue(useAnnotation().relations)
  const order = useSetting('relationOrder')
  const shown = useMemo(() => (order === 'asc' ? relations : relations.toReversed()), [relations, order])
  return (
    <div className={own.panel}>
      {relations.length === 0 ? (
        <p className={classes.empty}>{t('relations.none')}</p>
      ) : (
        <>
          <ListButtons ids={relations.map(({ id }) => id)} />
          <List relations={shown} />
        </>
      )}
      <RelationDetails />
    </div>
  )
}

function ListButtons({ ids }: { ids: readonly string[] }) {
  const editor = useEditor()
  const order = useSetting('relationOrder')
  const hidden = useValue(useAnnotation().session.hiddenRelations)
  const allHidden = ids.every((id) => hidden.has(id))
  const Order = order === 'asc' ? IconSortAscending : IconSortDescending
  return (
    <div className={own.buttons}>
      <Button
        label={t(order === 'asc' ? 'relations.newestFirst' : 'relations.oldestFirst')}
        onClick={() => editor.settings.set({ relationOrder: order === 'asc' ? 'desc' : 'asc' })}
      >
        <Order size={15} />
      </Button>
      <Button
        label={t(allHidden ? 'relations.showAll' : 'relations.hideAll')}
        onClick={() => editor.actions.toggleRelationsHidden(ids)}
      >
        {allHidden ? <IconEyeOff size={15} /> : <IconEye size={15} />}
      </Button>
    </div>
  )
}

function Button({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <ActionIcon variant="subtle" color="gray" size={26} aria-label={label} title={label} onClick={onClick}>
      {children}
    </ActionIcon>
  )
}

/** One stop for the keyboard: arrows go through it, the keys of commands mean the selected one. */
function List({ relations }: { relations: readonly Relation[] }) {
  const editor = useEditor()
  const selected = useValue(useAnnotation().session.relation)
  const box = useRef<HTMLDivElement>(null)
  // Where the keys go on from when the selected one is gone.
  const last = useRef(0)
  const at = relations.findIndex(({ id }) => id === selected)
  useEffect(() => {
    if (at < 0) return
    last.current = at
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    const from = at >= 0 ? at + step : last.current
    const next = relations[Math.max(0, Math.min(relations.length - 1, from))]
    if (next) editor.actions.selectRelation(next.id)
  }
  return (
    <div
      ref={box}
      role="tree"
      aria-label={t('relations.all')}
      aria-activedescendant={at < 0 ? undefined : `relation-${selected}`}
      tabIndex={0}
      className={own.list}
      onKeyDown={onKeyDown}
    >
      {relations.map((relation) => (
        <Row key={relation.id} relation={relation} selected={relation.id === selected} />
      ))}
    </div>
  )
}

const Row = memo(function Row({ relation, selected }: { relation: Relation; selected: boolean }) {
  const editor = useEditor()
  const annotation = useAnnotation()
  const { session } = annotation
  const { id, labels = [] } = relation
  const hidden = useValue(useMemo(() => session.hiddenRelations.member(id), [session, id]))
  const hovered = useValue(session.relationHover) === id
  const Arrow = ARROWS[relation.direction]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it hears the keys
    <div
      id={`relation-${id}`}
      role="treeitem"
      tabIndex={-1}
      aria-selected={selected}
      className={own.row}
      data-hidden={hidden || undefined}
      data-hovered={hovered || undefined}
      onClick={() => editor.actions.selectRelation(selected ? undefined : id)}
      onPointerEnter={() => session.relationHover.set(id)}
      onPointerLeave={() => session.relationHover.set(undefined)}
    >
      <span className={own.ends}>
        <End id={relation.from} />
        <RowButton
          label={t('relations.turn')}
          disabled={annotation.readOnly}
          onClick={() => annotation.turnRelation(id)}
        >
          <Arrow size={15} />
        </RowButton>
        <End id={relation.to} />
        {labels.length > 0 && (
          <span className={own.chips}>
            <Chips labels={labels} />
          </span>
        )}
      </span>
      <span className={own.actions} data-kept={hidden || undefined}>
        <RowButton
          label={t(hidden ? 'relations.show' : 'relations.hide')}
          onClick={() => editor.actions.toggleRelationsHidden([id])}
        >
          {hidden ? <IconEyeOff size={14} /> : <IconEye size={14} />}
        </RowButton>
        {!annotation.readOnly && (
          <RowButton label={t('relations.delete')} onClick={() => annotation.removeRelation(id)}>
            <IconX size={14} />
          </RowButton>
        )}
      </span>
    </div>
  )
})

/** A region by the words it covers, else by its label. */
function End({ id }: { id: string }) {
  const { document, store } = useAnnotation()
  const region = useValue(useMemo(() => store.record(id), [store, id]))
  useValue(useMemo(() => document.followAnswersOf(id), [document, id]))
  const label = document.labelsOf(id)[0]
  const name = label?.option?.value ?? label?.stored ?? t('editor.noLabel')
  const text = region?.record === 'region' ? captionOf(region).text : ''
  return (
    <span className={own.end} title={name}>
      <span className={classes.swatch} style={{ background: label?.option?.colour ?? 'var(--lw-line-strong)' }} />
      <span className={own.name}>{text === '' ? name : text}</span>
    </span>
  )
}
