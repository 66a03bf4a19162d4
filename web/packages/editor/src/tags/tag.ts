/** What the editor knows about a tag beyond the spec: how it looks. Behaviour stands in the model and the tools. */

import type { ComponentType } from 'react'
import type { Config, ConfigNode, TagNode } from '../model'
import type { TagName } from '../spec.gen'
import type { Frames } from './frames'

export interface TagModule<T extends TagName = TagName> {
  readonly tag: T
  readonly view: ComponentType<{ node: ConfigNode }>
  /** What tags of this kind put around others, wherever those stand. */
  readonly frames?: (config: Config) => Frames
}

/** `view` gets its node with the attributes typed by the spec. */
export function defineTag<T extends TagName>(
  tag: T,
  view: ComponentType<{ node: TagNode<T> }>,
  more: Pick<TagModule, 'frames'> = {},
): TagModule<T> {
  return { tag, view: view as unknown as ComponentType<{ node: ConfigNode }>, ...more }
}
