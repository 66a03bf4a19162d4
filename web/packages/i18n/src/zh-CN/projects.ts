import type { projects as english } from '../en/projects.ts'
import type { Translation } from '../index.ts'

export const projects = {
  annotations: { other: '{count} 条标注' },
  count: { other: '{count} 个项目' },
  create: '创建项目',
  done_of: '已完成 {done} / {total} 个任务',
  draft: '未完成',
  draft_hint: '该项目的设置尚未完成，打开即可继续。',
  empty_hint: '导入数据，选择标注方式，即可开始。只需几分钟。',
  empty_title: '您的第一个项目',
  menu: '“{title}”的菜单',
  more: '显示更多',
  no_tasks: '暂无任务',
  none_found: '没有名为“{text}”的项目。',
  pin: '置顶“{title}”',
  pin_short: '置顶',
  progress: '“{title}”的进度',
  search: '搜索项目',
  title: '项目',
  unpin: '取消置顶“{title}”',
  unpin_short: '取消置顶',
  untitled: '新项目',
} as const satisfies Translation<typeof english>
