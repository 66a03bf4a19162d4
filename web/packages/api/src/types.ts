/** What the server sends, with the names and shapes of Label Studio's REST interface. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

export interface SimpleUser {
  id: number
  first_name: string
  last_name: string
  email: string
  avatar: string | null
}

/** Keys by action (`region:delete`); one that is not active has none. */
export type Hotkeys = Record<string, { key: string | null; active?: boolean }>

export interface User extends SimpleUser {
  username: string
  initials: string
  phone: string
  last_activity: string | null
  date_joined: string
  active_organization: number | null
  active_organization_meta: { title: string; email: string }
  custom_hotkeys: Hotkeys
}

/** Oneself, with what one may do: `projects.create`, … */
export interface Me extends User {
  permissions: readonly string[]
}

export interface Page<T> {
  count: number
  next: string | null
  previous: string | null
  results: T[]
}

export type Sampling = 'Sequential sampling' | 'Uniform sampling' | 'Uncertainty sampling'
export type SkipQueue = 'REQUEUE_FOR_OTHERS' | 'REQUEUE_FOR_ME' | 'IGNORE_SKIPPED'

export interface Project {
  id: number
  title: string
  description: string
  label_config: string
  expert_instruction: string
  show_instruction: boolean
  show_skip_button: boolean
  enable_empty_annotation: boolean
  show_annotation_history: boolean
  show_collab_predictions: boolean
  color: string
  maximum_annotations: number
  overlap_cohort_percentage: number
  sampling: Sampling
  skip_queue: SkipQueue
  model_version: string | null
  is_draft: boolean
  created_at: string
  created_by: SimpleUser | null
  pinned_at: string | null
  config_has_control_tags: boolean
  task_number: number | null
  finished_task_number: number | null
  total_annotations_number: number | null
  total_predictions_number: number | null
  num_tasks_with_annotations: number | null
  skipped_annotations_number: number | null
  queue_total: number | null
  queue_done: number | null
}

export type ProjectFields = Partial<
  Omit<Project, 'id' | 'created_at' | 'created_by' | 'config_has_control_tags' | `${string}_number` | `queue_${string}`>
>

export interface Annotation {
  id: number
  result: JsonObject[] | null
  created_username: string
  created_ago: string
  completed_by: number | SimpleUser | null
  was_cancelled: boolean
  ground_truth: boolean
  created_at: string
  updated_at: string
  lead_time: number | null
  task: number
  parent_prediction: number | null
  parent_annotation: number | null
}

export interface AnnotationState {
  /** Null: the present state. */
  id: number | null
  annotation_id: number
  action: string
  result: JsonObject[] | null
  was_cancelled: boolean
  lead_time: number | null
  created_at: string
  created_by: number | null
  created_username: string
}

export interface CommentFields {
  text: string
  annotation?: number
  draft?: number
  region_ref?: JsonObject | null
  is_resolved?: boolean
}

export interface Comment {
  id: number
  text: string
  region_ref: JsonObject | null
  is_resolved: boolean
  resolved_at: string | null
  created_by: SimpleUser | null
  created_at: string
  updated_at: string
  annotation: number | null
  draft: number | null
  task: number
  project: number
}

/** A label that was added to a control of a project, beside those of its config. */
export interface LabelLink {
  id: number
  project: number
  from_name: string
  label: { id: number; title: string; value: unknown }
}

export interface LabelFields {
  project: number
  from_name: string
  title: string
  value: unknown
}

export interface Prediction {
  id: number
  result: JsonObject[]
  model_version: string
  score: number | null
  created_ago: string
  task: number
}

export interface Draft {
  id: number
  user: string
  created_username: string
  created_ago: string
  result: JsonObject[]
  lead_time: number | null
  was_postponed: boolean
  created_at: string
  updated_at: string
  task: number
  annotation: number | null
}

export interface Task {
  id: number
  inner_id: number
  data: JsonObject
  meta: JsonObject | null
  created_at: string
  updated_at: string
  is_labeled: boolean
  overlap: number
  total_annotations: number
  cancelled_annotations: number
  total_predictions: number
  comment_count: number
  unresolved_comment_count: number
  annotators: (number | SimpleUser)[]
  completed_at?: string | null
  file_upload: string | number | null
  draft_exists?: boolean
  project: number
  /** How often each label stands in its annotations; only for who asks for it. */
  annotations_labels?: Readonly<Record<string, number>>
  predictions_labels?: Readonly<Record<string, number>>
}

export interface OpenTask extends Task {
  annotations: Annotation[]
  predictions: Prediction[]
  drafts: Draft[]
  /** The lock of the label stream; becomes the submission's `unique_id`. */
  unique_lock_id?: string | null
  queue?: string
}

export interface TaskTotals {
  total: number
  total_annotations: number
  total_predictions: number
}

export interface TaskPage {
  tasks: Task[]
}

export type JobState = 'queued' | 'running' | 'cancelling' | 'completed' | 'failed' | 'cancelled'

/** Long work on the server. `done` of `total` is its progress; `result` is what its kind says when it is completed. */
export interface Job {
  id: number
  kind: string
  title: string
  project: number | null
  project_title: string | null
  created_by: { id: number; name: string } | null
  state: JobState
  phase: string
  done: number
  total: number | null
  result: { file?: string; size?: number; task_count?: number; processed_items?: number } | null
  error: string | null
  can_retry: boolean
  created_at: string
  started_at: string | null
  finished_at: string | null
}

export interface JobPage {
  count: number
  next: string | null
  previous: string | null
  results: Job[]
}

export interface ImportAnswer {
  task_count: number
  annotation_count: number | null
  prediction_count: number | null
  duration: number
  file_upload_ids: number[]
  could_be_tasks_list: boolean
  found_formats: Record<string, number> | string[]
  data_columns: string[]
  task_ids?: number[]
}

export interface FileUpload {
  id: number
  file: string
  size: number
}

export interface ExportFormat {
  name: string
  title: string
  description: string
  link?: string
  tags?: string[]
  disabled?: true
}

export interface Template {
  title: string
  group: string
  type: string
  image: string
  details: string
  config: string
  keywords: string[]
}

export interface TemplateList {
  templates: Template[]
  groups: string[]
}

export interface Membership {
  id: number
  organization: number
  role: Role
  user: User
}

export interface Invite {
  token: string
  invite_url: string
}

/** The body of a submitted annotation. */
export interface AnnotationFields {
  result: JsonObject[]
  lead_time?: number
  was_cancelled?: boolean
  ground_truth?: boolean
  draft_id?: number
  parent_prediction?: number
  parent_annotation?: number
  unique_id?: string
}

/** `is_signed`: it has a secret, which is never told. */
export interface Webhook {
  id: number
  project: number | null
  url: string
  send_payload: boolean
  send_for_all_actions: boolean
  headers: Record<string, string>
  is_active: boolean
  is_signed: boolean
  actions: string[]
}

export type WebhookFields = Partial<Omit<Webhook, 'id' | 'project' | 'is_signed'>> & { secret?: string | null }

export interface Delivery {
  id: number
  action: string
  state: 'queued' | 'delivered' | 'failed'
  attempts: number
  status: number | null
  milliseconds: number | null
  answer: string | null
  error: string | null
  created_at: string
}

/** Predictions of one version; "" are those without. */
export interface ModelVersion {
  model_version: string
  count: number
  latest: string
}

export type Role = 'owner' | 'administrator' | 'manager' | 'reviewer' | 'annotator'

export interface Organization {
  id: number
  title: string
  roles_enabled: boolean
}

/** In minutes. */
export interface SessionPolicy {
  max_session_age: number
  max_time_between_activity: number
}
