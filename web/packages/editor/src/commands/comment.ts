import { command } from './command'

export const comment = command({
  id: 'annotation:comment',
  title: 'editor.cmdComment',
  group: 'task',
  keys: ['alt+n'],
  offered: (editor) => editor.options.get().on?.comments !== undefined,
  when: (editor) => editor.work.get()?.version.kind !== 'prediction',
  run: (editor) => editor.askForFocus('comment'),
})
