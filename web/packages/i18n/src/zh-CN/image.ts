import type { image as english } from '../en/image.ts'
import type { Translation } from '../index.ts'

export const image = {
  newsAimed: '横向 {x}%，纵向 {y}%',
  newsPointSet: '已在横向 {x}%、纵向 {y}% 处设点',
} as const satisfies Translation<typeof english>
