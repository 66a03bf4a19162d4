import { command, hasSuggestions } from './command'

export const acceptSuggestion = command({
  id: 'suggestion:accept',
  title: 'assist.cmdAccept',
  group: 'region',
  keys: ['alt+y'],
  when: hasSuggestions,
  run: (editor) => editor.assist.suggestions.get()?.acceptFirst(),
})
