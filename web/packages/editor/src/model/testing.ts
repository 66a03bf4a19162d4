/** Short ways to write records, and to set up a document with everything around it, in tests and measurements. */

import { type Config, readConfig } from './config'
import { LabelDocument } from './document'
import { History } from './history'
import type { Answer, Json, JsonObject, Region, RegionId, WireItem } from './records'
import type { DecodeOptions, ResultProblem } from './results/decode'
import { encode } from './results/encode'
import { createSession, type Session, selectionOf } from './session'
import { Unsaved } from './unsaved'

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

/** One annotation being edited. */
export interface Model {
  readonly config: Config
  readonly document: LabelDocument
  readonly session: Session
  readonly history: History<ReadonlySet<RegionId>>
  readonly unsaved: Unsaved
  /** What of the result could not be read; it is kept all the same. */
  readonly problems: readonly ResultProblem[]
  /** The result as it would be saved now. */
  readonly serialize: () => WireItem[]
}

export function createModel(options: {
  readonly config: Config | string
  readonly data?: JsonObject
  readonly result?: readonly Json[]
  readonly decode?: DecodeOptions
}): Model {
  const config = typeof options.config === 'string' ? readConfig(options.config, options.data) : options.config
  const { document, problems } = LabelDocument.decode(config, options.result ?? [], options.decode)
  const session = createSession(document.store)
  const history = new History(document.store, selectionOf(session, document.store))
  return {
    config,
    document,
    session,
    history,
    unsaved: new Unsaved(document.store),
    problems,
    serialize: () => encode(document),
  }
}
