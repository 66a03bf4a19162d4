import { command, hasSuggestions } from './command'

export const rejectSuggestion = command({
  id: 'suggestion:reject',
  title: 'assist.cmdReject',
  group: 'region',
  keys: ['alt+backspace'],
  when: hasSuggestions,
  run: (editor) => editor.assist.suggestions.get()?.rejectFirst(),
})
