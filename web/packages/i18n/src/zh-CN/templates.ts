import type { templates as english } from '../en/templates.ts'
import type { Translation } from '../index.ts'

export const templates = {} as const satisfies Translation<typeof english>
