import type { labeling as english } from '../en/labeling.ts'
import type { Translation } from '../index.ts'

export const labeling = {
  back: '任务列表',
  back_to_list: '返回任务列表',
  discard: '丢弃',
  done: '全部完成',
  done_hint: '此项目中已没有分配给您的任务。',
  kept: '服务器没有响应。您的工作已保存在本机，恢复后会立即发送。',
  look_again: '再看看',
  next: '下一个任务',
  offline: '未连接',
  offline_hint: '服务器没有响应。您的工作保存在此浏览器中，恢复后会立即出现下一个任务。',
  place: '第 {row} 个，共 {total} 个',
  previous: '上一个任务',
  refused: '任务 {task} 未被接受：{reason}',
  send_anyway: '仍然发送',
  waiting: { other: '{count} 条结果待发送' },
  waiting_hint: '这些结果保存在此浏览器中，服务器恢复后会立即发送。',
} as const satisfies Translation<typeof english>
