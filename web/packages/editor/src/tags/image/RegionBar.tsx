/** What can be done with the selected regions as areas: a small bar over the picture, there only when there is something. */

import { t } from '@labelwright/i18n'
import { Button, Popover, Slider } from '@mantine/core'
import {
  IconChevronDown,
  IconLayersIntersect,
  IconLayersSubtract,
  IconLayersUnion,
  IconPaintFilled,
} from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import { useValue } from '../../view/context'
import { ToolButton } from '../../view/ToolButton'
import { type Areas, DEFAULT_TOLERANCE } from './areas'
import classes from './image.module.css'

const COMBINE = [
  { how: 'unite', command: 'region:unite', icon: IconLayersUnion },
  { how: 'subtract', command: 'region:subtract', icon: IconLayersSubtract },
  { how: 'intersect', command: 'region:intersect', icon: IconLayersIntersect },
] as const

export function RegionBar({ areas }: { areas: Areas }) {
  const { combine, fillHoles, kinds } = useValue(areas.offers)
  return (
    <div role="toolbar" aria-label={t('image.areaTools')} className={classes.regionBar}>
      {combine &&
        COMBINE.map(({ how, command, icon: Icon }) => (
          <ToolButton key={how} command={command} side="bottom" onClick={() => areas.combine(how)}>
            <Icon size={18} />
          </ToolButton>
        ))}
      {fillHoles && (
        <ToolButton command="region:fill-holes" side="bottom" onClick={areas.fillHoles}>
          <IconPaintFilled size={18} />
        </ToolButton>
      )}
      {kinds.length > 0 && <TurnInto areas={areas} kinds={kinds} />}
    </div>
  )
}

function TurnInto({ areas, kinds }: { areas: Areas; kinds: readonly string[] }) {
  const [opened, setOpened] = useState(false)
  const [tolerance, setTolerance] = useState(DEFAULT_TOLERANCE)
  const turn = (kind: string): void => {
    setOpened(false)
    areas.convert(kind, tolerance)
  }
  return (
    <Popover position="bottom" width={250} withArrow trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          rightSection={<IconChevronDown size={14} />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {t('image.turnInto')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.turnInto}>
        {kinds.includes('mask') && <Choice onClick={() => turn('mask')}>{t('image.toMask')}</Choice>}
        {kinds.includes('bitmask') && <Choice onClick={() => turn('bitmask')}>{t('image.toBitmask')}</Choice>}
        {kinds.includes('polygon') && (
          <>
            <Choice onClick={() => turn('polygon')}>{t('image.toPolygon')}</Choice>
            <Tolerance areas={areas} value={tolerance} onChange={setTolerance} />
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function Choice({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button variant="default" size="xs" fullWidth onClick={onClick}>
      {children}
    </Button>
  )
}

interface ToleranceProps {
  readonly areas: Areas
  readonly value: number
  readonly onChange: (value: number) => void
}

function Tolerance({ areas, value, onChange }: ToleranceProps) {
  const id = useId()
  const outlines = useMemo(() => areas.outlines(value), [areas, value])
  const pieces = outlines.flatMap((it) => it.pieces)
  const points = pieces.reduce((sum, it) => sum + it.length, 0)
  const holes = outlines.reduce((sum, it) => sum + it.holes, 0)
  return (
    <div>
      <div id={id} className={classes.lightName} title={t('image.toleranceMore')}>
        <span>{t('image.tolerance')}</span>
        <span>{value} px</span>
      </div>
      <Slider
        size="sm"
        min={0.5}
        max={20}
        step={0.5}
        value={value}
        label={null}
        thumbProps={{ 'aria-labelledby': id }}
        onChange={onChange}
      />
      <p className={classes.hint} role="status">
        {t('image.pieces', { count: pieces.length })}, {t('image.points', { count: points })}.
        {holes > 0 && ` ${t('image.holesFilled', { count: holes })}`}
      </p>
    </div>
  )
}
