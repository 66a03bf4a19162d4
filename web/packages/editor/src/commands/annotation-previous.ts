import { command, hasSeveralVersions } from './command'

export const annotationPrevious = command({
  id: 'annotation:previous',
  title: 'editor.cmdAnnotationPrevious',
  group: 'view',
  keys: ['alt+pageup'],
  away: true,
  when: hasSeveralVersions,
  run: (editor) => void editor.openNext(-1),
})
