import { command } from './command'

export const autoAnnotate = command({
  id: 'annotation:toggle-auto-annotation',
  title: 'assist.cmdAutoAnnotate',
  group: 'view',
  when: (editor) => editor.assist.possible,
  run: (editor) => editor.settings.set({ autoAnnotation: !editor.setting('autoAnnotation') }),
})
