import type { relations as english } from '../en/relations.ts'
import type { Translation } from '../index.ts'

export const relations = {
  all: '关系',
  between: '{from} 至 {to}',
  cmdHideAll: '隐藏或显示全部关系',
  delete: '删除',
  hide: '隐藏',
  hideAll: '隐藏全部关系',
  hint: '点击要关联的区域，或用 Alt+. 移到该区域后按 Enter。按 Escape 退出。',
  label: '为关系选择标签',
  labelled: '标签：{labels}',
  newestFirst: '最新的在前',
  none: '选中一个区域，按 Alt+R，再点击另一个区域。',
  note: '关系的备注',
  oldestFirst: '最早的在前',
  onPage: '第 {page} 页',
  selected: '所选关系',
  show: '显示',
  showAll: '显示全部关系',
  start: '与另一区域建立关系',
  turn: '改变方向',
} as const satisfies Translation<typeof english>
