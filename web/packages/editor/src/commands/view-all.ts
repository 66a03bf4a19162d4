import { command } from './command'

export const viewAll = command({
  id: 'annotation:view-all',
  title: 'editor.cmdViewAll',
  group: 'view',
  keys: ['alt+c'],
  away: true,
  when: (editor) => editor.views.canCompare,
  run: (editor) => editor.views.toggle(),
})
