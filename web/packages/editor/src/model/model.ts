/** One annotation being edited: document, session, undo and the question whether anything is unsaved, wired together. */

import { type Config, readConfig } from './config'
import { LabelDocument } from './document'
import { History } from './history'
import type { Json, JsonObject, RegionId, WireItem } from './records'
import type { DecodeOptions, ResultProblem } from './results/decode'
import { encode } from './results/encode'
import { createSession, type Session, selectionOf } from './session'
import { Unsaved } from './unsaved'

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
