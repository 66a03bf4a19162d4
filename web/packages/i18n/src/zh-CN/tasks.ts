import type { tasks as english } from '../en/tasks.ts'
import type { Translation } from '../index.ts'

export const tasks = {} as const satisfies Translation<typeof english>
