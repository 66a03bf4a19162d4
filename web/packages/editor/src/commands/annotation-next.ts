import { command, hasSeveralVersions } from './command'

export const annotationNext = command({
  id: 'annotation:next',
  title: 'editor.cmdAnnotationNext',
  group: 'view',
  keys: ['alt+pagedown'],
  away: true,
  when: hasSeveralVersions,
  run: (editor) => void editor.openNext(1),
})
