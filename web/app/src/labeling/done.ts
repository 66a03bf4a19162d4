/** What became of the work, in words. */
export const DONE = { submit: 'editor.doneSubmit', update: 'editor.doneUpdate', skip: 'editor.doneSkip' } as const
