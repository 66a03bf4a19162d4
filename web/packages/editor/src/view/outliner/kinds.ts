/** What kinds of regions are called. */

import { type TextKey, t } from '@labelwright/i18n'

const NAMES = {
  bitmask: 'panels.kindBitmask',
  chatmessage: 'panels.kindMessage',
  cube: 'panels.kindCube',
  ellipse: 'panels.kindEllipse',
  htmlspan: 'panels.kindText',
  keypoint: 'panels.kindPoint',
  mask: 'panels.kindMask',
  ocrrect: 'panels.kindRectangle',
  paragraphspan: 'panels.kindText',
  polygon: 'panels.kindPolygon',
  reactcode: 'panels.kindEntry',
  rect: 'panels.kindRectangle',
  seriesrange: 'panels.kindRange',
  span: 'panels.kindText',
  timelinerange: 'panels.kindRange',
  timerange: 'panels.kindRange',
  vector: 'panels.kindPath',
  videorect: 'panels.kindRectangle',
  videovector: 'panels.kindPath',
} as const satisfies Record<string, TextKey>

export const kindName = (kind: string): string => (kind in NAMES ? t(NAMES[kind as keyof typeof NAMES]) : kind)
