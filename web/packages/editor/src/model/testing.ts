/** Short ways to write records in tests. */

import type { Answer, JsonObject, Region } from './records'

export const region = (id: string, more: Partial<Region> = {}): Region => ({
  record: 'region',
  id,
  target: 'img',
  kind: 'rect',
  shape: { x: 1, y: 2, width: 3, height: 4, rotation: 0 } satisfies JsonObject,
  origin: 'manual',
  ...more,
})

export const answer = (control: string, regionId: string, more: Partial<Answer> = {}): Answer => ({
  record: 'answer',
  id: `${control}@${regionId}`,
  control,
  target: 'img',
  type: 'rectanglelabels',
  region: regionId,
  value: ['Car'],
  ...more,
})
