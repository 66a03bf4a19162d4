import type { forms as english } from '../en/forms.ts'
import type { Translation } from '../index.ts'

export const forms = {
  addItem: '添加选项',
  addItemFailed: '新选项已写入您的答案，但未能保存供他人使用：{message}',
  addItemIn: '在“{name}”下添加选项',
  changeEntry: '修改条目',
  findInPdf: '在文档中查找',
  findNext: '下一处',
  findPrevious: '上一处',
  foundAt: '第 {place} 处，共 {count} 处',
  itemsFailed: '选项无法加载。',
  newItem: '新选项的名称',
  newItemIn: '“{name}”下新选项的名称',
  noCell: '“{name}”的文件中没有这个单元格。',
  noCellMore: '没有第一行，或没有这一列：',
  noDialogMore: '应为带有 name 和 text 的对象组成的数组。',
  noItems: '任务中没有“{name}”的条目。',
  noItemsMore: '应为由文本或带有 title、body 或 html 的对象组成的数组。',
  pdfOutline: '目录',
  pdfThumbnails: '页面缩略图',
  playFrom: '从 {time} 开始播放',
  recordingFailed: '“{name}”的录音无法加载。',
  recordingOf: '“{name}”的录音',
  refusedBesideText: '所选内容中没有可标注的文本。',
} as const satisfies Translation<typeof english>
