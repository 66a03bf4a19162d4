/** The editor's model: pure TypeScript, no DOM, no React. */

export * from './diff'
export { Grouping } from './grouping'
export { type Companion, History, type HistoryState, type Mark } from './history'
export * from './reactive'
export * from './records'
export * from './session'
export { Store, type StoreListener, type Transaction, touched } from './store'
export { Unsaved } from './unsaved'
