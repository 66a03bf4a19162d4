import { command } from './command'

export const taskPrevious = command({
  id: 'task:previous',
  title: 'editor.cmdTaskPrevious',
  group: 'task',
  keys: ['alt+shift+pageup'],
  offered: (editor) => editor.options.get().on?.previousTask !== undefined,
  run: (editor) => editor.options.get().on?.previousTask?.(),
})
