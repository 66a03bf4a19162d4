import type { comments as english } from '../en/comments.ts'
import type { Translation } from '../index.ts'

export const comments = {
  about: '关于',
  aboutAll: '关于整个标注',
  aboutControl: '关于 {name}',
  aboutWhat: '评论的对象',
  discard: '丢弃',
  edit: '编辑评论',
  failed: '评论未更改：{message}',
  keep: '保留',
  none: '还没有评论。',
  notRead: '无法读取评论：{message}',
  notSent: '尚未发送。',
  notSentWhy: '未发送：{message}',
  open: { other: '{count} 条未解决的评论' },
  regionGone: '区域已不存在',
  remove: '删除评论',
  reopen: '重新打开',
  resolve: '标记为已解决',
  send: '发表评论',
  sendAgain: '重新发送',
  sending: '正在发送',
  settled: { other: '{count} 条已解决' },
  write: '写评论',
} as const satisfies Translation<typeof english>
