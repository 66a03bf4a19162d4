import type { embed as english } from '../en/embed.ts'
import type { Translation } from '../index.ts'

export const embed = {
  accept: '通过',
  done: '已完成，这里没有更多需要标注的内容。',
  noAccess: '您无权访问此任务。',
  noTask: '没有可标注的任务。',
  nothingLeft: '没有剩余任务。',
  queue: '第 {position} 个，共 {total} 个',
  reject: '驳回',
} as const satisfies Translation<typeof english>
