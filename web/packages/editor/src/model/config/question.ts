/** What a question is called: the heading right above it, which people have read, else its name. */

import type { Config, Control } from './config'
import { resolveText } from './data'
import { isTag } from './tree'

export function questionOf(config: Config, { node, name }: Control): string {
  const around = config.parents.get(node.id)?.children ?? []
  const above = around[around.indexOf(node) - 1]
  if (!above || !isTag(above, 'Header')) return name
  return resolveText(above.attrs.value ?? above.content, config.data).trim() || name
}
