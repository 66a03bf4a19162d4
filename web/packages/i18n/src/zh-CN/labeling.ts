import type { labeling as english } from '../en/labeling.ts'
import type { Translation } from '../index.ts'

export const labeling = {} as const satisfies Translation<typeof english>
