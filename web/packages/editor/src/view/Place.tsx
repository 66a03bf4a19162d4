/** Where the selected region lies: the numbers of its geometry, to be read and typed. */

import { NumberInput } from '@mantine/core'
import { shapeKind } from '../media/image/shapes'
import type { Region } from '../model'
import { useAnnotation } from './context'
import classes from './panel.module.css'

/** Numbers of the geometry, in the units of the wire. */
export function Place({ region }: { region: Region }) {
  const annotation = useAnnotation()
  const kind = shapeKind(region.kind)
  const fixed = annotation.isLocked(region.id)
  if (!kind) return null
  return (
    <div className={classes.fields}>
      {kind.fields.map(({ key, label, unit }) => {
        const value = region.shape[key]
        return (
          <div key={key} className={classes.field}>
            <span aria-hidden>{label}</span>
            <NumberInput
              aria-label={label}
              size="xs"
              hideControls
              suffix={unit}
              decimalScale={2}
              readOnly={fixed}
              clampBehavior="blur"
              {...(unit === '%' ? { min: 0, max: 100 } : {})}
              value={typeof value === 'number' ? Math.round(value * 100) / 100 : 0}
              onValueChange={({ floatValue }, { source }) => {
                if (source !== 'event' || floatValue === undefined) return
                annotation.setShape(region.id, { ...region.shape, [key]: floatValue })
              }}
            />
          </div>
        )
      })}
    </div>
  )
}
