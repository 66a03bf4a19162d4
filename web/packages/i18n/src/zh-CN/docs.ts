import type { docs as english } from '../en/docs.ts'
import type { Translation } from '../index.ts'

export const docs = {
  answer: '响应',
  body: '请求体（JSON）',
  body_broken: '请求体不是有效的 JSON。',
  description: '本服务器的 REST API。在此发出的调用会以您的会话真实执行。',
  document: 'OpenAPI 文档',
  find: '查找调用',
  nothing_found: '没有符合搜索的调用。',
  parameter_required: '{name}（必填）',
  parameters: '参数',
  send: '发送',
  title: 'API',
} as const satisfies Translation<typeof english>
