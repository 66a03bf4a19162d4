/** How many of the options may be picked, and what results hold of them, as a config says it. */

import type { Control } from '../../model'
import type { Rules } from './values'

export const rulesOf = ({ node: { attrs } }: Control): Rules => ({
  nested: attrs.allowNested === true,
  multiple: attrs.choice === 'multiple',
})
