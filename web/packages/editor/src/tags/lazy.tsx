/** Tags that are loaded when a config first uses them: a text task does not pay for pictures. */

import { type ComponentType, use } from 'react'
import type { ConfigNode } from '../model'
import type { TagName } from '../spec.gen'
import type { TagModule } from './tag'

export interface LazyTag<T extends TagName = TagName> extends TagModule<T> {
  /** Loads the tag ahead of its first drawing, which then does not wait. */
  readonly preload: () => Promise<void>
}

export function lazyTag<T extends TagName>(tag: T, load: () => Promise<TagModule<T>>): LazyTag<T> {
  let loaded: ComponentType<{ node: ConfigNode }> | undefined
  let loading: Promise<void> | undefined
  const preload = () => {
    loading ??= load().then(
      (module) => {
        loaded = module.view
      },
      (error: unknown) => {
        // The next drawing tries again: the network may be back.
        loading = undefined
        throw error
      },
    )
    return loading
  }
  function LazyView({ node }: { node: ConfigNode }) {
    if (!loaded) use(preload())
    const View = loaded
    return View ? <View node={node} /> : null
  }
  return { tag, view: LazyView, preload }
}

/** Loads whatever of these tags is loaded lazily. */
export async function preloadTags(modules: Iterable<TagModule>): Promise<void> {
  await Promise.all([...modules].map((module) => ('preload' in module ? (module as LazyTag).preload() : undefined)))
}
