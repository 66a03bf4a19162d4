import { command } from './command'

export const taskNext = command({
  id: 'task:next',
  title: 'editor.cmdTaskNext',
  group: 'task',
  keys: ['alt+shift+pagedown'],
  offered: (editor) => editor.options.get().on?.nextTask !== undefined,
  run: (editor) => editor.options.get().on?.nextTask?.(),
})
