import { command, hasSuggestions } from './command'

export const rejectSuggestions = command({
  id: 'suggestion:reject-all',
  title: 'assist.cmdRejectAll',
  group: 'region',
  keys: ['alt+shift+backspace'],
  when: hasSuggestions,
  run: (editor) => editor.assist.suggestions.get()?.rejectAll(),
})
