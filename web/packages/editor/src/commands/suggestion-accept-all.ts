import { command, hasSuggestions } from './command'

export const acceptSuggestions = command({
  id: 'suggestion:accept-all',
  title: 'assist.cmdAcceptAll',
  group: 'region',
  keys: ['alt+shift+y'],
  when: hasSuggestions,
  run: (editor) => editor.assist.suggestions.get()?.acceptAll(),
})
