import { command } from './command'

export const relationsHideAll = command({
  id: 'relation:visibility-all',
  title: 'relations.cmdHideAll',
  group: 'region',
  keys: ['alt+shift+h'],
  when: (editor) => (editor.annotation?.relations.get().length ?? 0) > 0,
  run: (editor) => editor.actions.toggleRelationsHidden(editor.annotation?.relations.get().map(({ id }) => id) ?? []),
})
