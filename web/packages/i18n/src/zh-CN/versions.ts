import type { versions as english } from '../en/versions.ts'
import type { Translation } from '../index.ts'

export const versions = {
  copiedId: '已复制 ID',
  copiedLink: '已复制链接',
  copyId: '复制 ID',
  copyLink: '复制链接',
  find: '查找标注',
  hasDraft: '草稿',
  noneFound: '未找到',
  skipped: '已跳过',
} as const satisfies Translation<typeof english>
