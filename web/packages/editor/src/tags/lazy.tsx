/** Tags that are loaded when a config first uses them: a text task does not pay for pictures. */

import { use } from 'react'
import { type Config, type ConfigNode, walk } from '../model'
import type { TagName } from '../spec.gen'
import type { Frames } from './frames'
import type { TagModule } from './tag'

const NONE: Frames = new Map()

export interface LazyTag<T extends TagName = TagName> extends TagModule<T> {
  /** Loads the tag ahead of its first drawing, which then does not wait. */
  readonly preload: () => Promise<void>
}

/** `isFrame`: the tag puts something around others, which wait for it where a config has it. */
export function lazyTag<T extends TagName>(
  tag: T,
  load: () => Promise<TagModule<T>>,
  { isFrame = false } = {},
): LazyTag<T> {
  let loaded: TagModule<T> | undefined
  let loading: Promise<void> | undefined
  const preload = () => {
    loading ??= load().then(
      (module) => {
        loaded = module
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
    const View = loaded?.view
    return View ? <View node={node} /> : null
  }
  const frames = (config: Config): Frames => {
    if (![...walk(config.root)].some((node) => node.tag === tag)) return NONE
    if (!loaded) use(preload())
    return loaded?.frames?.(config) ?? NONE
  }
  return { tag, view: LazyView, preload, ...(isFrame ? { frames } : {}) }
}

/** Loads whatever of these tags is loaded lazily. */
export async function preloadTags(modules: Iterable<TagModule>): Promise<void> {
  await Promise.all([...modules].map((module) => ('preload' in module ? (module as LazyTag).preload() : undefined)))
}
