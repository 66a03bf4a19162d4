import { IconMessage2 } from '@tabler/icons-react'
import { CommentCount } from './counts'
import { content, panel } from './panel'

export const comments = panel({
  id: 'comments',
  title: 'panels.titleComments',
  icon: IconMessage2,
  home: { edge: 'right', row: 1 },
  when: (editor) => editor.options.get().on?.comments !== undefined && editor.work.get()?.version.kind !== 'prediction',
  Mark: CommentCount,
  Content: content(async () => (await import('../comments/CommentsPanel')).CommentsPanel),
})
