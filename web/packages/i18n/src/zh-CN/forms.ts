import type { forms as english } from '../en/forms.ts'
import type { Translation } from '../index.ts'

export const forms = {
  changeEntry: '修改条目',
} as const satisfies Translation<typeof english>
