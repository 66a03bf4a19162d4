export * from './accounts.ts'
export * from './actions.gen.ts'
export * from './annotations.ts'
export {
  ApiError,
  address,
  basePath,
  OfflineError,
  onReachable,
  onSessionExpired,
  type RequestOptions,
  request,
  send,
} from './client.ts'
export * from './comments.ts'
export type * from './dataManager.ts'
export * from './exports.ts'
export * from './imports.ts'
export * from './jobs.ts'
export * from './labels.ts'
export * from './organizations.ts'
export * from './projects.ts'
export * from './tasks.ts'
export type * from './types.ts'
export * from './webhooks.ts'
