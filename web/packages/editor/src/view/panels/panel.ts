/** A panel beside the task: what it is called, where it starts out, when there is one, what it shows. */

import type { TextKey } from '@labelwright/i18n'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Home, PanelId } from '../../core/layout'
import type { TaskEditor } from '../../core/task-editor'
import { regionKind } from '../../model'

/** Titles of panels. */
type TitleKey = Extract<TextKey, `panels.title${string}`>

export interface Panel {
  readonly id: PanelId
  readonly title: TitleKey
  readonly icon: ComponentType<{ readonly size?: number }>
  /** Where it stands until somebody moves it: panels of one row are tabs of one stack. */
  readonly home: Home
  /** Asked when the task, the options, or the list of regions changes; always, without it. */
  readonly when?: (editor: TaskEditor) => boolean
  /** The side is not opened for its sake alone: a rail stands there until somebody asks. */
  readonly quiet?: true
  /** A number behind the title, for instance. */
  readonly Mark?: ComponentType
  readonly Content: ComponentType
}

export const panel = (it: Panel): Panel => it

const loads: (() => Promise<unknown>)[] = []

/** What a panel shows, loaded when it is first in front. */
export function content(load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> {
  loads.push(load)
  return lazy(async () => ({ default: await load() }))
}

/** Loads all of them ahead of their first drawing. */
export const preloadPanels = (): Promise<unknown> => Promise.all(loads.map((load) => load()))

/** A pure form has no regions to speak of. */
export function aboutRegions(editor: TaskEditor): boolean {
  const { annotation } = editor
  if (!annotation) return false
  const { config, document } = annotation
  return (
    document.regionIds.get().length > 0 ||
    [...config.controls.values()].some((it) =>
      it.targets.some((target) => regionKind(config, it, target) !== undefined),
    )
  )
}
