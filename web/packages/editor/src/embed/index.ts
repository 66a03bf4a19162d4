/** What pages that are not ours get. */

export { indexedDbJournal, type Journal, type JournalEntry, memoryJournal } from '../core/journal'
export type {
  Connection,
  DraftInput,
  EditorEvents,
  EditorOptions,
  Show,
  Submission,
  TaskInput,
  WireAnnotation,
  WireDraft,
  WirePrediction,
} from '../core/options'
export type { CustomKeys, Json, JsonObject, WireItem } from '../model'
export { type Mounted, type MountOptions, mount } from '../mount'
export * from './label-studio'
