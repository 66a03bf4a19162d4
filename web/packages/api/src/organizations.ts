import { request } from './client.ts'
import type { Invite, Membership, Page } from './types.ts'

export const listMembers = (organization: number) =>
  request<Page<Membership>>(`api/organizations/${organization}/memberships`, { query: { page_size: -1 } })

export const removeMember = (organization: number, user: number) =>
  request<void>(`api/organizations/${organization}/memberships/${user}/`, { method: 'DELETE' })

export const getInvite = () => request<Invite>('api/invite')
export const resetInvite = () => request<Invite>('api/invite/reset-token', { method: 'POST' })
