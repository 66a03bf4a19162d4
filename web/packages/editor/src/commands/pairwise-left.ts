import { pairwiseOf, pickSide } from '../core/pick'
import { canEdit, command } from './command'

export const pairwiseLeft = command({
  id: 'pairwise:left',
  title: 'editor.cmdPairwiseLeft',
  group: 'task',
  keys: [','],
  when: (editor) => canEdit(editor) && pairwiseOf(editor.config) !== undefined,
  run: (editor) => {
    const control = pairwiseOf(editor.config)
    if (editor.annotation && control) pickSide(editor.annotation, control, 'left')
  },
})
