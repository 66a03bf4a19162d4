import { command, selected, selectedRelation } from './command'

export const focus = command({
  id: 'region:focus',
  title: 'editor.cmdFocus',
  group: 'region',
  when: (editor) =>
    selected(editor).size === 1 ||
    selectedRelation(editor) !== undefined ||
    editor.annotation?.session.relating.get() !== undefined,
  run: (editor) => {
    if (editor.annotation?.session.relating.get() !== undefined) editor.actions.confirmRelation()
    else editor.askForFocus(selectedRelation(editor) ? 'relation-labels' : 'answers')
  },
})
