import type { forms as english } from '../en/forms.ts'
import type { Translation } from '../index.ts'

export const forms = {
  changeEntry: '修改条目',
  noCell: '“{name}”的文件中没有这个单元格。',
  noCellMore: '没有第一行，或没有这一列：',
  setLineNumbers: '显示文本行号',
} as const satisfies Translation<typeof english>
