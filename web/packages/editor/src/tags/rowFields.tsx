/** Questions that are asked in the list of regions, one field in each row: a TextArea with `displayMode="region-list"`. */

import { lazy, Suspense } from 'react'
import type { Config, Control, RegionId } from '../model'

/** Loaded when a config first has one. */
const RowField = lazy(async () => ({ default: (await import('./textarea/RowField')).RowField }))

const known = new WeakMap<Config, readonly Control[]>()

export function askedInRows(config: Config): readonly Control[] {
  const controls = known.get(config) ?? [...config.controls.values()].filter((control) => isAskedInRows(control))
  known.set(config, controls)
  return controls
}

export const isAskedInRows = ({ node, scope }: Control): boolean =>
  scope === 'region' && node.attrs.displayMode === 'region-list'

export function RowFields({ controls, region }: { controls: readonly Control[]; region: RegionId }) {
  return (
    <Suspense>
      {controls.map((control) => (
        <RowField key={control.name} control={control} region={region} />
      ))}
    </Suspense>
  )
}
