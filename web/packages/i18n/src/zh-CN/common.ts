import type { common as english } from '../en/common.ts'
import type { Translation } from '../index.ts'

export const common = {} as const satisfies Translation<typeof english>
