/** Where the selected region lies: the numbers of its geometry, to be read and typed. */

import { t } from '@labelwright/i18n'
import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { shapeKind } from '../../media/image/shapes'
import type { Region } from '../../model'
import { useAnnotation, useEditor, useSetting } from '../context'
import classes from './details.module.css'

const ACROSS = ['x', 'width', 'radiusX']

/** The length that is 100 % of a number, in pixels of the picture; undefined where it is not known. */
function pixelsOf({ outer }: Region, key: string): number | undefined {
  const size = ACROSS.includes(key) ? outer?.original_width : outer?.original_height
  return typeof size === 'number' && size > 0 ? size : undefined
}

export function Place({ region }: { region: Region }) {
  const fields = shapeKind(region.kind)?.fields ?? []
  const hasPixels = pixelsOf(region, 'x') !== undefined && pixelsOf(region, 'y') !== undefined
  const inPixels = useSetting('placeUnit') === 'px' && hasPixels
  if (fields.length === 0) return null
  return (
    <section className={classes.place} aria-label={t('panels.place')}>
      {hasPixels && <Unit />}
      {fields.map(({ key, label, unit, whole = 100 }) => (
        <Field
          key={key}
          region={region}
          field={key}
          label={label}
          unit={unit === '%' && inPixels ? 'px' : unit}
          whole={whole}
          scale={unit === '%' ? ((inPixels && pixelsOf(region, key)) || 100) / whole : 1}
        />
      ))}
    </section>
  )
}

const UNITS = [
  ['percent', '%'],
  ['px', 'px'],
] as const

function Unit() {
  const editor = useEditor()
  const unit = useSetting('placeUnit')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is no row of buttons
    <div role="group" aria-label={t('panels.unit')} className={classes.units}>
      {UNITS.map(([value, label]) => (
        <button
          key={value}
          type="button"
          aria-pressed={unit === value}
          onClick={() => editor.settings.set({ placeUnit: value })}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

interface FieldProps {
  readonly region: Region
  readonly field: string
  readonly label: string
  readonly unit: string
  /** What is stored for 100 %. */
  readonly whole: number
  /** Times the stored number it is the one shown. */
  readonly scale: number
}

/** What is typed counts when the field is left, or with Enter: one step to undo, not one a digit. */
function Field({ region, field, label, unit, whole, scale }: FieldProps) {
  const annotation = useAnnotation()
  const number = region.shape[field]
  const stored = typeof number === 'number' ? Math.round(number * scale * 100) / 100 : 0
  const [typed, setTyped] = useState<number>()
  const keep = (): void => {
    setTyped(undefined)
    if (typed === undefined || typed === stored) return
    const value = typed / scale
    annotation.setShape(region.id, {
      ...region.shape,
      [field]: unit === '°' ? value : Math.min(whole, Math.max(0, value)),
    })
  }
  return (
    <div className={classes.field}>
      <span aria-hidden>{label}</span>
      <NumberInput
        aria-label={label}
        size="xs"
        hideControls
        suffix={unit === '°' ? unit : ` ${unit}`}
        decimalScale={2}
        readOnly={annotation.isLocked(region.id)}
        value={typed ?? stored}
        onValueChange={({ floatValue }, { source }) => {
          if (source !== 'prop') setTyped(floatValue)
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
          else if (event.key === 'Escape' && typed !== undefined) setTyped(undefined)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
    </div>
  )
}
