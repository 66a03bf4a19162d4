import { IconHistory } from '@tabler/icons-react'
import { content, panel } from './panel'

export const history = panel({
  id: 'history',
  title: 'panels.titleHistory',
  icon: IconHistory,
  home: { edge: 'right', row: 1 },
  quiet: true,
  when: (editor) => editor.annotation?.readOnly === false && editor.options.get().on?.history !== undefined,
  Content: content(async () => (await import('../history/HistoryPanel')).HistoryPanel),
})
