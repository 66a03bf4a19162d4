/** Pages and zoom of a PDF. */

import { t } from '@labelwright/i18n'
import { ActionIcon, NumberInput } from '@mantine/core'
import {
  IconArrowsMaximize,
  IconChevronLeft,
  IconChevronRight,
  IconHandStop,
  IconLayoutSidebar,
  IconListTree,
  IconPointer,
  IconRectangle,
  IconRelationOneToOne,
  IconRotateClockwise,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import { useValue } from '../../view/context'
import { ToolButton } from '../../view/ToolButton'
import type { Boxes } from './boxes'
import classes from './pdf.module.css'
import type { Side } from './Sidebar'

interface ToolbarProps {
  readonly page: number
  readonly pages: number
  readonly scale: number
  readonly view: {
    readonly zoomIn: () => void
    readonly zoomOut: () => void
    readonly zoomToFit: () => void
    readonly zoomToActual: () => void
    readonly rotate: (by: 90 | -90) => void
  }
  readonly onTurn: (page: number) => void
  /** What can stand beside the pages, and what does. */
  readonly sides: readonly Side[]
  readonly side: Side | undefined
  readonly onSide: (side: Side | undefined) => void
  readonly onFind: () => void
  readonly boxes: Boxes | undefined
}

const SIDES = {
  thumbnails: { icon: IconLayoutSidebar, title: 'forms.pdfThumbnails' },
  outline: { icon: IconListTree, title: 'forms.pdfOutline' },
} as const

export function Toolbar(props: ToolbarProps) {
  const { page, pages, scale, view, onTurn, sides, side, onSide, onFind, boxes } = props
  return (
    <div role="toolbar" aria-label={t('editor.pdfTools')} className={classes.toolbar}>
      {sides.map((one) => {
        const { icon: Icon, title } = SIDES[one]
        return (
          <ActionIcon
            key={one}
            variant="subtle"
            color="gray"
            className={classes.toggle}
            aria-label={t(title)}
            title={t(title)}
            aria-pressed={side === one}
            onClick={() => onSide(side === one ? undefined : one)}
          >
            <Icon size={18} />
          </ActionIcon>
        )
      })}
      <Turn label={t('editor.previousPage')} disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        <IconChevronLeft size={18} />
      </Turn>
      <NumberInput
        className={classes.number}
        size="xs"
        hideControls
        aria-label={t('editor.pdfPageNumber')}
        min={1}
        max={pages}
        allowDecimal={false}
        value={page}
        onValueChange={({ floatValue }, { source }) => {
          if (source === 'event' && floatValue !== undefined) onTurn(floatValue)
        }}
      />
      <span className={classes.count}>/ {pages}</span>
      <Turn label={t('editor.nextPage')} disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        <IconChevronRight size={18} />
      </Turn>
      {boxes && <BoxTools boxes={boxes} />}
      <span className={classes.spacer} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('forms.findInPdf')}
        title={t('forms.findInPdf')}
        onClick={onFind}
      >
        <IconSearch size={18} />
      </ActionIcon>
      <ToolButton command="tool:zoom-out" side="bottom" onClick={view.zoomOut}>
        <IconZoomOut size={18} />
      </ToolButton>
      <span className={classes.zoom}>{Math.round(scale * 100)}%</span>
      <ToolButton command="tool:zoom-in" side="bottom" onClick={view.zoomIn}>
        <IconZoomIn size={18} />
      </ToolButton>
      <ToolButton command="tool:zoom-to-fit" side="bottom" onClick={view.zoomToFit}>
        <IconArrowsMaximize size={18} />
      </ToolButton>
      <ToolButton command="tool:zoom-to-actual" side="bottom" onClick={view.zoomToActual}>
        <IconRelationOneToOne size={18} />
      </ToolButton>
      <ToolButton command="tool:rotate-right" side="bottom" onClick={() => view.rotate(90)}>
        <IconRotateClockwise size={18} />
      </ToolButton>
    </div>
  )
}

const TOOLS = {
  select: { icon: IconPointer, command: 'tool:move' },
  rect: { icon: IconRectangle, command: 'tool:rect' },
  pan: { icon: IconHandStop, command: 'tool:pan-image' },
} as const

function BoxTools({ boxes }: { boxes: Boxes }) {
  const tool = useValue(boxes.tool)
  return (
    <>
      <span className={classes.divider} />
      {Object.entries(TOOLS)
        .filter(([id]) => boxes.tools.includes(id))
        .map(([id, { icon: Icon, command }]) => (
          <ToolButton key={id} command={command} side="bottom" pressed={tool === id} onClick={() => boxes.takeTool(id)}>
            <Icon size={18} />
          </ToolButton>
        ))}
    </>
  )
}

interface TurnProps {
  readonly label: string
  readonly disabled: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function Turn({ label, disabled, onClick, children }: TurnProps) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      {children}
    </ActionIcon>
  )
}
