import { command } from './command'

export const fullScreen = command({
  id: 'view:full-screen',
  title: 'editor.cmdFullScreen',
  group: 'view',
  keys: ['shift+f'],
  run: (editor) => editor.screen.toggle('full'),
})
