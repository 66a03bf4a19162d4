/** What an embedding page gives the editor and hears from it. Unasked, the editor never touches the network. */

import type { CustomKeys, Json, JsonObject, WireItem } from '../model'
import type { Journal } from './journal'
import type { Settings } from './settings'

/** An annotation as the server sends it; what is not named here is ignored. */
export interface WireAnnotation {
  readonly id: number
  readonly result: readonly WireItem[]
  readonly created_username?: string
  readonly completed_by?: Json
  readonly created_at?: string
  readonly updated_at?: string
  readonly lead_time?: number | null
  readonly was_cancelled?: boolean
  readonly ground_truth?: boolean
}

export interface WirePrediction {
  readonly id: number
  readonly result: readonly WireItem[]
  readonly model_version?: string | null
  readonly score?: number | null
  readonly created_at?: string
}

export interface WireDraft {
  readonly id: number
  readonly result: readonly WireItem[]
  /** The annotation it is a draft of; none: a draft of a new one. */
  readonly annotation?: number | null
  readonly created_at?: string
  readonly updated_at?: string
  readonly lead_time?: number | null
}

export interface TaskInput {
  readonly id?: number | string
  readonly data: JsonObject
  readonly annotations?: readonly WireAnnotation[]
  readonly predictions?: readonly WirePrediction[]
  readonly drafts?: readonly WireDraft[]
  /** How many comments there are; 0 spares asking for them. */
  readonly comment_count?: number
}

/** What Submit, Update and Skip hand over. */
export interface Submission {
  /** Made here, the same for every try to send the same thing: the receiver stores it once. */
  readonly unique_id: string
  readonly result: WireItem[]
  /** Seconds spent, over all sittings. */
  readonly lead_time: number
  readonly draft_id?: number
  readonly parent_prediction?: number
  readonly parent_annotation?: number
  /** Present when an annotation that is stored already is meant. */
  readonly annotationId?: number
  /** When that was last changed, as far as this work knows. */
  readonly basedOn?: string
}

export interface DraftInput {
  /** Present once the draft is stored: change that one. */
  readonly id?: number
  readonly annotationId?: number
  readonly result: WireItem[]
  readonly lead_time: number
  readonly parent_prediction?: number
  readonly parent_annotation?: number
}

export type SaveAction = 'submit' | 'update' | 'skip'

/** A button of the page around the editor. */
export interface HostButton {
  readonly name: string
  readonly title: string
  /** Where among the ways out it stands; `replace` puts it in place of them. */
  readonly place?: 'before' | 'after' | 'replace'
  readonly look?: 'filled' | 'outlined'
  readonly tone?: 'primary' | 'neutral' | 'danger'
  readonly tooltip?: string
  readonly ariaLabel?: string
  readonly disabled?: boolean
}

/** Where the task stands among those to do. */
export interface Queue {
  readonly position: number
  readonly total: number
}

/** What a model is told: the prompts, as items of a result. Points say `is_positive`. */
export interface SuggestContext {
  readonly result: readonly WireItem[]
}

/** `version` names what is handed over, for as long as the task is open: somebody may have gone on to another. */
export interface EditorEvents {
  /** Asked before anything is handed over; `false` keeps it here. */
  beforeSave?: (action: SaveAction, version: string) => boolean | Promise<boolean>
  submit?: (submission: Submission, version: string) => Promise<void>
  update?: (submission: Submission, version: string) => Promise<void>
  skip?: (submission: Submission, version: string) => Promise<void>
  /** Turns a skipped annotation back into work to do. */
  unskip?: (submission: Submission) => Promise<void>
  saveDraft?: (draft: DraftInput, version: string) => Promise<{ id: number }>
  deleteDraft?: (draft: { id: number }) => Promise<void>
  selectAnnotation?: (selected: { annotationId?: number; predictionId?: number }) => void
  deleteAnnotation?: (annotation: { annotationId: number }) => Promise<void>
  /** Gives back when the annotation was changed by it, where the page knows. */
  groundTruth?: (annotation: { annotationId: number; value: boolean }) => Promise<{ updated_at: string } | undefined>
  /** Loads the task anew: something was done with it elsewhere. */
  reopen?: () => void
  /**
   * Asks a model about what was drawn with a smart tool; resolves to the items it suggests. Without it there are no
   * smart tools. The signal says that nobody waits for the answer any more.
   */
  suggest?: (context: SuggestContext, signal: AbortSignal) => Promise<readonly WireItem[]>
  /** One of `buttons` was pressed; they rest until this is done. */
  button?: (name: string) => void | Promise<void>
  nextTask?: () => void
  previousTask?: () => void
  comments?: CommentEvents
  /** Keeps what people add to a Taxonomy with `allowAddLabels`; without it nothing can be added. */
  labels?: LabelEvents
  /** Every state that was ever submitted, the present one too, newest first. */
  history?: (annotation: { annotationId: number }) => Promise<readonly StoredState[]>
  /** The address at which the page opens this place again; without it there is nothing to copy. */
  linkTo?: (place: LinkPlace) => string
}

/** A comment as the server sends it. */
export interface WireComment {
  readonly id: number
  readonly text: string
  readonly region_ref?: CommentPlace | null
  readonly is_resolved: boolean
  readonly created_at: string
  readonly created_by: CommentAuthor | null
  readonly annotation?: number | null
  readonly draft?: number | null
}

export interface CommentAuthor {
  readonly id: number
  readonly first_name?: string
  readonly last_name?: string
  readonly email?: string
}

/** What of an annotation a comment is about. */
export interface CommentPlace {
  readonly regionId?: string
  readonly controlName?: string
}

/** What is said about the annotations of the task. */
export interface CommentEvents {
  list: () => Promise<readonly WireComment[]>
  add: (comment: CommentInput) => Promise<WireComment>
  update: (change: { id: number; text?: string; is_resolved?: boolean }) => Promise<WireComment>
  remove: (comment: { id: number }) => Promise<void>
}

/** An item that somebody added to what a control of the config offers. */
export interface AddedLabel {
  /** Name of the control. */
  readonly control: string
  /** Stored names from the root to the item. */
  readonly path: readonly string[]
}

export interface LabelEvents {
  list: () => Promise<readonly AddedLabel[]>
  add: (label: AddedLabel) => Promise<void>
}

/** About an annotation, or about the draft of one that was never submitted. */
export interface CommentInput {
  readonly text: string
  readonly annotationId?: number
  readonly draftId?: number
  readonly region_ref?: CommentPlace
}

/** A state of an annotation as the server keeps it; the present one has no id. */
export interface StoredState {
  readonly id: number | null
  readonly action: string
  readonly result: readonly WireItem[] | null
  readonly created_at: string
  readonly created_username?: string
  readonly was_cancelled?: boolean
}

export interface LinkPlace {
  readonly annotationId?: number
  readonly region?: string
}

/** Interface switches; what is not said is shown when it makes sense. */
export interface Show {
  readonly submit?: boolean
  readonly update?: boolean
  readonly skip?: boolean
  readonly panels?: boolean
  readonly topBar?: boolean
  readonly bottomBar?: boolean
  readonly predictions?: boolean
  readonly addAnnotation?: boolean
  readonly deleteAnnotation?: boolean
  readonly groundTruth?: boolean
  /** Who made an annotation, and when. */
  readonly authors?: boolean
  /** Looking at all annotations at once. */
  readonly viewAll?: boolean
  readonly instruction?: boolean
  /** What is wrong with the config, above it. A page that checked the config before does without. */
  readonly configProblems?: boolean
  /** Undo, redo and reset. */
  readonly history?: boolean
  readonly taskId?: boolean
}

export type Connection = 'online' | 'offline'

export interface EditorOptions {
  readonly config: string
  readonly task: TaskInput
  /** Which annotation to open. */
  readonly annotationId?: number
  readonly predictionId?: number
  /** Which region of it to select. */
  readonly region?: string
  readonly user?: { readonly id: number; readonly email: string; readonly name?: string }
  /** Look, don't touch. */
  readonly readOnly?: boolean
  readonly show?: Show
  /** Label stream: one task after another. */
  readonly stream?: boolean
  /** Beside something else, with less room: the panels are shown when asked for, which is remembered apart. */
  readonly beside?: boolean
  /** Show predictions as a start for new annotations. */
  readonly usePredictions?: boolean
  readonly allowEmpty?: boolean
  /** Asks models whatever the person's own switch says. */
  readonly forceAutoAnnotation?: boolean
  /** Takes what they say without a review. */
  readonly forceAutoAcceptSuggestions?: boolean
  readonly instruction?: string
  readonly locale?: 'en' | 'zh-CN'
  readonly colorScheme?: 'light' | 'dark'
  readonly connection?: Connection
  readonly journal?: Journal
  /** The person's own keys, as stored for them. */
  readonly keymap?: CustomKeys
  /** Where they change their keys; the list of keys links there. */
  readonly keymapPage?: string
  /** Gives the address to load for one in the task, e.g. a signed one. */
  readonly resolveUrl?: (url: string) => string | Promise<string>
  /** Fetches what a config names by address, such as the items of a Taxonomy; without it the page's own `fetch` does. */
  readonly fetch?: (url: string, init?: RequestInit) => Promise<Response>
  /** What a person who has not chosen for themselves begins with. */
  readonly settings?: Partial<Settings>
  readonly buttons?: readonly HostButton[]
  readonly queue?: Queue
  /** Shown in place of the task: there is none, or none left. */
  readonly message?: string | undefined
  readonly on?: EditorEvents
}
