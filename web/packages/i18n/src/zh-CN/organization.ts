import type { organization as english } from '../en/organization.ts'
import type { Translation } from '../index.ts'

export const organization = {
  access_tokens: '接受访问令牌',
  access_tokens_hint: '账户的长密钥，以“Authorization: Token …”发送。较旧的脚本需要它。',
  days: '天',
  general: '常规',
  idle: '无活动多久后会话结束',
  longest: '会话最长持续',
  name: '工作区名称',
  personal_tokens: '接受个人访问令牌',
  personal_tokens_hint: '供 Python 客户端使用。关闭后，已有的令牌也会失效。',
  role: '角色',
  role_administrator: '管理员',
  role_annotator: '标注员',
  role_manager: '经理',
  role_of: '{name}的角色',
  role_owner: '所有者',
  role_reviewer: '审核员',
  roles: '角色',
  roles_hint:
    '标注员负责标注，审核员还可执行操作，经理还可设置项目，管理员还可设置工作区。关闭时所有人均可执行任何操作。',
  roles_open: '设置成员角色',
  roles_switch: '由角色决定权限',
  sessions: '会话',
  sessions_hint: '适用于工作区的所有人，但不会超过服务器自身设置所允许的范围。',
  title: '工作区设置',
  tokens: '访问令牌',
  webhooks_hint: '将工作区中的事件通知其他程序。',
  webhooks_open: '打开 Webhook',
} as const satisfies Translation<typeof english>
