import type { image as english } from '../en/image.ts'
import type { Translation } from '../index.ts'

export const image = {
  cmdToolFill: '填充封闭区域',
  cmdToolWand: '魔棒',
  newsAimed: '横向 {x}%，纵向 {y}%',
  newsPointSet: '已在横向 {x}%、纵向 {y}% 处设点',
  refusedNothingLeft: '该区域将不剩任何内容。',
  refusedOpenArea: '所选掩码没有围住此处。',
  refusedUnreadable: '浏览器无法读取此图像的像素：提供图像的服务器必须允许其他站点访问（CORS）。',
} as const satisfies Translation<typeof english>
