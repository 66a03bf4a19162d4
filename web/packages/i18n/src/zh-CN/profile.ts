import type { profile as english } from '../en/profile.ts'
import type { Translation } from '../index.ts'

export const profile = {
  picture: '头像',
  picture_change: '选择图片',
  picture_hint: 'JPEG、PNG 或 GIF，最大 1200 × 1200 像素、1 MB。',
  picture_remove: '移除头像',
  picture_removed: '头像已移除。',
} as const satisfies Translation<typeof english>
