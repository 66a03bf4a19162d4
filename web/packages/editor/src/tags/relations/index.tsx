/** The labels of relations. They are picked in the list of relations beside the stage; here there is nothing to draw. */

import { defineTag } from '../tag'

const Nothing = () => null

export const relations = defineTag('Relations', Nothing)
export const relation = defineTag('Relation', Nothing)
