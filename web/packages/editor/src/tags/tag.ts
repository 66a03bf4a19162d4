/** What the editor knows about a tag beyond the spec: how it looks. Behaviour stands in the model and the tools. */

import type { ComponentType } from 'react'
import type { ConfigNode, TagNode } from '../model'
import type { TagName } from '../spec.gen'

export interface TagModule<T extends TagName = TagName> {
  readonly tag: T
  readonly view: ComponentType<{ node: ConfigNode }>
}

/** `view` gets its node with the attributes typed by the spec. */
export function defineTag<T extends TagName>(tag: T, view: ComponentType<{ node: TagNode<T> }>): TagModule<T> {
  return { tag, view: view as unknown as ComponentType<{ node: ConfigNode }> }
}
