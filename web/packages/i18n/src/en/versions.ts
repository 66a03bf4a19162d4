/** Annotations, drafts and predictions of a task: tabs, comparing, history. */
export const versions = {
  copiedId: 'Id copied',
  copiedLink: 'Link copied',
  copyId: 'Copy id',
  copyLink: 'Copy link',
  find: 'Find an annotation',
  hasDraft: 'draft',
  noneFound: 'Nothing found',
  skipped: 'skipped',
} as const
