/** Where in which list a task was opened: kept in the history entry, so that it survives a reload and "back". */
export interface Place {
  row: number
  /** The list's `TaskQuery` as JSON. */
  query: string
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    place?: Place
    /** The `TaskQuery`, as JSON, of the tasks that are labelled one after another. */
    displayed?: string
  }
}
