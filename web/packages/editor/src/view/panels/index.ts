/** All panels there are, one file each; tabs of one stack stand in this order. */

import { comments } from './comments'
import { details } from './details'
import { history } from './history'
import { instruction } from './instruction'
import type { Panel } from './panel'
import { regions } from './regions'
import { relations } from './relations'

export const panels: readonly Panel[] = [regions, details, relations, instruction, comments, history]

export const homes = new Map(panels.map(({ id, home }) => [id, home]))
