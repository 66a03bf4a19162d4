/** What the Data Manager speaks of: columns, filters, views, actions. */

import type { Json } from './types.ts'

export interface Column {
  id: string
  title: string
  type:
    | 'Number'
    | 'String'
    | 'Datetime'
    | 'Boolean'
    | 'List'
    | 'Image'
    | 'Audio'
    | 'AudioPlus'
    | 'Video'
    | 'Time'
    | 'Unknown'
  target: 'tasks'
  parent?: string
  help?: string
  schema?: { items?: Json[]; multiple?: boolean }
  children?: string[]
  visibility_defaults?: { explore: boolean; labeling: boolean }
  project_defined?: boolean
}

export type Operator =
  | 'equal'
  | 'not_equal'
  | 'less'
  | 'greater'
  | 'less_or_equal'
  | 'greater_or_equal'
  | 'contains'
  | 'not_contains'
  | 'in'
  | 'not_in'
  | 'in_list'
  | 'not_in_list'
  | 'regex'
  | 'empty'

export interface FilterItem {
  filter: string
  operator: Operator
  type: string
  value: Json
  /** Holds as well, of the same task. */
  child_filter?: FilterItem
}

export type FilterTarget = 'tasks' | 'annotations' | 'predictions' | 'results'

export interface Filters {
  conjunction?: 'and' | 'or'
  items: (FilterItem | Filters)[]
  /** Holds for so many of the task's annotations or predictions, or of the results of one; else for the task itself. */
  target?: FilterTarget
  at_least?: number
  at_most?: number
}

/** What filters can be about, and how they compare. */
export interface FilterLanguage {
  columns: FilterColumn[]
  operators: FilterOperator[]
  /** What a group may be about inside one that is about this. */
  targets: Record<FilterTarget, FilterTarget[]>
}

export interface FilterColumn {
  /** As a condition names it. */
  filter: string
  id: string
  title: string
  type: string
  target: FilterTarget
  schema?: { items?: Json[]; multiple?: boolean }
  help?: string
}

export interface FilterOperator {
  id: Operator
  takes: 'one' | 'many' | 'range' | 'boolean'
  types: string[]
}

export interface TaskQuery {
  filters?: Filters
  ordering?: string[]
  selectedItems?: SelectedItems
}

export type SelectedItems = { all: true; excluded: number[] } | { all: false; included: number[] }

export interface ViewData {
  title: string
  type: 'list' | 'grid'
  target: 'tasks'
  hiddenColumns?: { explore: string[]; labeling: string[] }
  columnsWidth?: Record<string, number>
  columnsDisplayType?: Record<string, string>
  gridWidth?: number
  filters?: Filters
  ordering?: string[]
  [key: string]: unknown
}

export interface View {
  id: number
  data: ViewData
  order: number
  user: number | null
  project: number
}

export interface Action {
  id: string
  title: string
  order: number
  dialog: { text: string; type: string; title?: string; form?: ActionForm[] | null }
  experimental?: boolean
  /** For all tasks of the project, whatever is selected. */
  of_project?: boolean
}

/** Fields that an action asks for. */
export interface ActionForm {
  columnCount?: number
  fields: ActionField[]
}

export interface ActionField {
  type: string
  name: string
  label?: string
  options?: (string | { label: string; value: string })[]
  value?: Json
  placeholder?: string
}
