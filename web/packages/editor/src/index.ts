/** The public face of the editor. */

export { indexedDbJournal, type Journal, type JournalEntry, memoryJournal } from './core/journal'
export type {
  AddedLabel,
  CommentEvents,
  CommentInput,
  Connection,
  DraftInput,
  EditorEvents,
  EditorOptions,
  LabelEvents,
  LinkPlace,
  Show,
  StoredState,
  Submission,
  TaskInput,
  WireAnnotation,
  WireComment,
  WireDraft,
  WirePrediction,
} from './core/options'
export { Overtaken } from './core/overtaken'
export type { CustomKeys, Json, JsonObject, WireItem } from './model'
export { type Mounted, type MountOptions, mount } from './mount'
export { Editor } from './view/Editor'
