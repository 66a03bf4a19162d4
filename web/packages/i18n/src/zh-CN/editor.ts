import type { editor as english } from '../en/editor.ts'
import type { Translation } from '../index.ts'

export const editor = {} as const satisfies Translation<typeof english>
