/** What tags put around other tags of the config: the sides of a Pairwise, the options that a Filter hides. */

import type { ReactNode } from 'react'
import type { Config } from '../model'
import { tagModules } from '.'
import type { TagModule } from './tag'

export type Frame = (content: ReactNode) => ReactNode

/** By id of the node that they stand around. */
export type Frames = ReadonlyMap<string, Frame>

const read = new WeakMap<Config, readonly Frames[]>()

export function framed(config: Config, node: string, content: ReactNode): ReactNode {
  let frames = read.get(config)
  if (!frames) {
    frames = Object.values<TagModule>(tagModules).flatMap((module) => module.frames?.(config) ?? [])
    read.set(config, frames)
  }
  return frames.reduce((inside, one) => one.get(node)?.(inside) ?? inside, content)
}
