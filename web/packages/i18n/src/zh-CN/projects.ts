import type { projects as english } from '../en/projects.ts'
import type { Translation } from '../index.ts'

export const projects = {} as const satisfies Translation<typeof english>
