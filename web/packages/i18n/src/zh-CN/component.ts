import type { component as en } from '../en/component.ts'
import type { Translation } from '../index.ts'

export const component: Translation<typeof en> = {
  elsewhere: '此界面存放在别处。',
  elsewhereMore: 'Labelwright 不会加载其他位置的代码；其结果保持不变。地址：',
  failed: '此配置中的组件出错',
  outputs: '{name} 的 outputs 不是可读取的 JSON Schema：其提交的内容将不经检查直接保留。',
  restart: '重新启动',
  silent: '此配置中的组件没有响应',
  silentMore: '它可能正忙，或陷入死循环。已提交的内容均已保留。',
  value: '该值',
  wrong: '组件提交的内容未被保留',
  wrongChoice: '{field} 必须是以下之一：{expected}。',
  wrongLeast: '{field} 不得小于 {expected}。',
  wrongMissing: '{field} 缺少字段 {expected}。',
  wrongMost: '{field} 不得大于 {expected}。',
  wrongType: '{field} 的类型必须是 {expected}。',
}
